import type { Address, Email, Phone } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { elementFields, readContainer, type ReadField } from './element-fields.js';
import type { RecordDraft } from './record-draft.js';

type AddressText =
  | 'saon'
  | 'paon'
  | 'street'
  | 'locality'
  | 'town'
  | 'administrativeArea'
  | 'postTown'
  | 'uprn'
  | 'county'
  | 'postcode'
  | 'country';

function addressText(field: AddressText): ReadField<Address> {
  const name = `address.${field}`;
  return (address, element, draft) => {
    const text = draft.text(element, name);
    if (text !== undefined) address[field] = text;
  };
}

function addressNumber(field: 'easting' | 'northing'): ReadField<Address> {
  const name = `address.${field}`;
  return (address, element, draft) => {
    const value = draft.number(element, name);
    if (value !== undefined) address[field] = value;
  };
}

/** A line keeps its position: one that is missing before it becomes empty. */
function addressLine(index: number): ReadField<Address> {
  const name = `address.lines.${index + 1}`;
  return (address, element, draft) => {
    const text = draft.text(element, name);
    if (text === undefined) return;
    const lines = (address.lines ??= []);
    while (lines.length < index) lines.push('');
    lines[index] = text;
  };
}

const BS7666_FIELDS = elementFields<Address>({
  SAON: addressText('saon'),
  PAON: addressText('paon'),
  Street: addressText('street'),
  Locality: addressText('locality'),
  Town: addressText('town'),
  AdministrativeArea: addressText('administrativeArea'),
  PostTown: addressText('postTown'),
  UniquePropertyReferenceNumber: addressText('uprn'),
});

const LINES_FIELDS = elementFields<Address>({
  AddressLine1: addressLine(0),
  AddressLine2: addressLine(1),
  AddressLine3: addressLine(2),
  AddressLine4: addressLine(3),
  AddressLine5: addressLine(4),
});

const ADDRESS_FIELDS = elementFields<Address>({
  BS7666Address: (address, element, draft) => {
    readContainer(element, BS7666_FIELDS, address, draft);
  },
  AddressLines: (address, element, draft) => {
    readContainer(element, LINES_FIELDS, address, draft);
  },
  County: addressText('county'),
  PostCode: addressText('postcode'),
  Zip: (_, element, draft) => {
    draft.keep(element);
  },
  Country: addressText('country'),
  Easting: addressNumber('easting'),
  Northing: addressNumber('northing'),
});

interface ContactAddress {
  readonly address: Address;
  asPupil: boolean | undefined;
}

const CONTACT_ADDRESS_FIELDS = new Map([
  ...[...ADDRESS_FIELDS].map(
    ([name, { read, bit }]) =>
      [
        name,
        {
          bit,
          read: ((target, element, draft) => {
            read(target.address, element, draft);
          }) satisfies ReadField<ContactAddress>,
        },
      ] as const,
  ),
  [
    'AddressAsPupil',
    {
      bit: 1 << 30,
      read: ((target, element, draft) => {
        target.asPupil = draft.flag(element, 'livesWithPupil');
      }) satisfies ReadField<ContactAddress>,
    },
  ] as const,
]);

function isEmpty(object: object): boolean {
  for (const _ in object) return false;
  return true;
}

/** An `Address`; undefined when it says nothing. */
export function readAddress(element: XmlElement, draft: RecordDraft): Address | undefined {
  const address: Address = {};
  readContainer(element, ADDRESS_FIELDS, address, draft);
  return isEmpty(address) ? undefined : address;
}

/** The `Address` of a contact, which may be no more than "as the pupil's". */
export function readContactAddress(
  element: XmlElement,
  draft: RecordDraft,
): { address: Address | undefined; livesWithPupil: boolean | undefined } {
  const target: ContactAddress = { address: {}, asPupil: undefined };
  readContainer(element, CONTACT_ADDRESS_FIELDS, target, draft);
  return { address: isEmpty(target.address) ? undefined : target.address, livesWithPupil: target.asPupil };
}

interface PhoneTarget {
  readonly position: number;
  number: string | undefined;
  type: string | undefined;
}

const PHONE_FIELDS = elementFields<PhoneTarget>({
  TelephoneType: (phone, element, draft) => {
    phone.type = draft.code(element, `phones.${phone.position}.type`);
  },
  PhoneNo: (phone, element, draft) => {
    phone.number = draft.text(element, `phones.${phone.position}.number`);
  },
});

const PHONES_FIELDS = elementFields<Phone[]>(
  {},
  {
    Phone: (phones, element, draft) => {
      const { number, type } = readPhone(element, phones.length, draft);
      if (number === undefined) {
        if (element.children.length > 0) draft.keep(element);
      } else phones.push(type === undefined ? { number } : { number, type });
    },
  },
);

function readPhone(element: XmlElement, position: number, draft: RecordDraft): PhoneTarget {
  const target: PhoneTarget = { position, number: undefined, type: undefined };
  readContainer(element, PHONE_FIELDS, target, draft);
  return target;
}

/** `Phones`; undefined when there is no number among them. */
export function readPhones(element: XmlElement, draft: RecordDraft): Phone[] | undefined {
  const phones: Phone[] = [];
  readContainer(element, PHONES_FIELDS, phones, draft);
  return phones.length === 0 ? undefined : phones;
}

/** One `Email`, which comes after `position` others. */
export function readEmail(element: XmlElement, position: number, draft: RecordDraft): Email | undefined {
  const address = draft.text(element, `emails.${position}.address`);
  return address === undefined ? undefined : { address };
}
