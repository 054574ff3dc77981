import type { Address, Contact, Email, JsonValue, Phone } from '@rollbook/model';
import { container, extendedContainer, recordElement, textElement } from './write-xml.js';

const CONTACT_CONTAINERS: ReadonlySet<string> = new Set(['Address', 'Phones']);

/** BS 7666 parts stand in place of lines: the format has room for one of the two. */
function addressParts(address: Address): string {
  const parts =
    textElement('SAON', address.saon) +
    textElement('PAON', address.paon) +
    textElement('Street', address.street) +
    textElement('Locality', address.locality) +
    textElement('Town', address.town) +
    textElement('AdministrativeArea', address.administrativeArea) +
    textElement('PostTown', address.postTown) +
    textElement('UniquePropertyReferenceNumber', address.uprn);
  if (parts !== '') return container('BS7666Address', parts);
  const lines = address.lines?.slice(0, 5) ?? [];
  return container('AddressLines', lines.map((line, i) => textElement(`AddressLine${i + 1}`, line)).join(''));
}

export function writeAddress(
  address: Address | undefined,
  extensions: Record<string, JsonValue> | undefined,
): string {
  const content =
    address === undefined
      ? ''
      : addressParts(address) +
        textElement('County', address.county) +
        textElement('PostCode', address.postcode) +
        textElement('Country', address.country) +
        textElement('Easting', address.easting) +
        textElement('Northing', address.northing);
  return extendedContainer('Address', content, extensions);
}

export function writePhones(
  phones: readonly Phone[] | undefined,
  extensions: Record<string, JsonValue> | undefined,
): string {
  const content = (phones ?? [])
    .map((phone) =>
      container('Phone', textElement('TelephoneType', phone.type) + textElement('PhoneNo', phone.number)),
    )
    .join('');
  return extendedContainer('Phones', content, extensions);
}

/** A pupil and a contact have one address for email each. */
export function writeEmail(emails: readonly Email[] | undefined): string {
  return textElement('Email', emails?.[0]?.address);
}

export function writeContact(contact: Contact, sexElement: string): string {
  const address =
    contact.livesWithPupil === true && contact.address === undefined
      ? extendedContainer('Address', textElement('AddressAsPupil', true), contact.extensions)
      : writeAddress(contact.address, contact.extensions);
  return recordElement(
    'Contact',
    textElement('Order', contact.priority) +
      textElement('Title', contact.title) +
      textElement('Surname', contact.surname) +
      textElement('Forename', contact.forename) +
      textElement(sexElement, contact.sex) +
      textElement('MiddleNames', contact.middleNames) +
      textElement('Relationship', contact.relationship) +
      textElement('Responsibility', contact.parentalResponsibility) +
      address +
      writePhones(contact.phones, contact.extensions) +
      writeEmail(contact.emails),
    contact.extensions,
    CONTACT_CONTAINERS,
  );
}
