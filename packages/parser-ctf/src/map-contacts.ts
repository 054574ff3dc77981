import { type Contact, contactKey } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { elementFields, readContainer, type ReadField, readRecord } from './element-fields.js';
import type { PupilContext } from './pupil-context.js';
import { readContactAddress, readEmail, readPhones } from './read-person.js';

const MOST_PRIORITY = 999_999;

function text(field: 'title' | 'surname' | 'forename' | 'middleNames'): ReadField<Contact> {
  return (contact, element, draft) => {
    const value = draft.text(element, field);
    if (value !== undefined) contact[field] = value;
  };
}

/** The same for `Sex` and, before it, `Gender`; the first of the two counts. */
const readSex: ReadField<Contact> = (contact, element, draft) => {
  if (contact.sex !== undefined) {
    draft.keep(element);
    return;
  }
  const sex = draft.code(element, 'sex');
  if (sex !== undefined) contact.sex = sex;
};

const CONTACT_FIELDS = elementFields<Contact>(
  {
    Order: (contact, element, draft) => {
      const priority = draft.integer(element, 'priority', 1, MOST_PRIORITY);
      if (priority !== undefined) contact.priority = priority;
    },
    Title: text('title'),
    Surname: text('surname'),
    Forename: text('forename'),
    MiddleNames: text('middleNames'),
    Gender: readSex,
    Sex: readSex,
    Relationship: (contact, element, draft) => {
      const relationship = draft.code(element, 'relationship');
      if (relationship !== undefined) contact.relationship = relationship;
    },
    Responsibility: (contact, element, draft) => {
      const responsibility = draft.flag(element, 'parentalResponsibility');
      if (responsibility !== undefined) contact.parentalResponsibility = responsibility;
    },
    Address: (contact, element, draft) => {
      const { address, livesWithPupil } = readContactAddress(element, draft);
      if (address !== undefined) contact.address = address;
      if (livesWithPupil !== undefined) contact.livesWithPupil = livesWithPupil;
    },
    Phones: (contact, element, draft) => {
      const phones = readPhones(element, draft);
      if (phones !== undefined) contact.phones = phones;
    },
  },
  {
    Email: (contact, element, draft) => {
      const email = readEmail(element, contact.emails?.length ?? 0, draft);
      if (email !== undefined) (contact.emails ??= []).push(email);
    },
  },
);

interface Contacts {
  readonly context: PupilContext;
  count: number;
}

function mapContact(contacts: Contacts, element: XmlElement): void {
  const { context } = contacts;
  const path = `/Contacts/Contact[${++contacts.count}]`;
  const provenance = context.begin(element, path, '/Contacts/Contact');
  const contact: Contact = { kind: 'contact', key: '', provenance, pupilKey: context.key };
  context.setSchool(contact);
  readRecord(element, CONTACT_FIELDS, contact, context.draft);
  if (contact.surname === undefined && contact.forename === undefined && contact.relationship === undefined) {
    context.unreadable('contact', element, provenance, 'surname');
    return;
  }
  contact.key = contactKey(context.key, contact);
  context.draft.finish(contact);
}

const CONTACTS_FIELDS = elementFields<Contacts>({}, { Contact: mapContact });

/** `Contacts`: DfE, CTF specification, section 3.1.11. */
export function mapContacts(context: PupilContext, element: XmlElement): void {
  readContainer(element, CONTACTS_FIELDS, { context, count: 0 }, context.pupil);
}
