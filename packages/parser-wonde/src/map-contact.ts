import { type Contact, contactKey } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import { codeReaders } from './code-readers.js';
import { readContactDetails } from './contact-details.js';
import type { FileContext } from './file-context.js';
import { includedObject, trimmed, type WondeItem } from './json.js';
import { keepMember, type Members, namesTo, passOver, type ReadMember, readMembers } from './read-members.js';
import { RecordDraft } from './record-draft.js';
import { unreadableItem } from './unreadable-item.js';

type Read = ReadMember<Contact>;

function supplierId(name: string): [string, Read] {
  return [
    name,
    (contact, value) => {
      const id = trimmed(value);
      if (id !== undefined) (contact.supplierIds ??= {})[name] = id;
    },
  ];
}

function text(name: string, field: 'title' | 'surname' | 'forename' | 'middleNames'): [string, Read] {
  return [
    name,
    (contact, value, draft, member) => {
      const read = draft.text(field, member, value);
      if (read !== undefined) contact[field] = read;
    },
  ];
}

function flag(name: string, field: 'parentalResponsibility' | 'livesWithPupil'): [string, Read] {
  return [
    name,
    (contact, value, draft, member) => {
      const read = draft.flag(field, member, value);
      if (read !== undefined) contact[field] = read;
    },
  ];
}

/** The legal name, where it is not the name in use; the contact has a field for one. */
function legal(name: string, field: 'surname' | 'forename'): [string, Read] {
  return [
    name,
    (contact, value, draft, member) => {
      const read = trimmed(value);
      if (contact[field] === undefined && read !== undefined) contact[field] = read;
      else if (read !== contact[field]) draft.keep(member, value);
    },
  ];
}

const relationshipWords: Read = (contact, value, draft, member) => {
  const code = draft.codeOf(codeReaders.relationship, 'relationship', member, value);
  if (code !== undefined) contact.relationship = code;
};

const relationship: Members<Contact> = new Map<string, Read>([
  ['relationship', relationshipWords],
  [
    'priority',
    (contact, value, draft, member) => {
      const priority = draft.integer('priority', member, value, 1);
      if (priority !== undefined) contact.priority = priority;
    },
  ],
  flag('parental_responsibility', 'parentalResponsibility'),
  flag('lives_with_pupil', 'livesWithPupil'),
  ...namesTo<Contact>(
    keepMember,
    'bill_payer',
    'email_bills',
    'copy_bills',
    'pupil_report',
    'correspondence',
    'main_telephone',
  ),
]);

const members: Members<Contact> = new Map<string, Read>([
  supplierId('id'),
  supplierId('upi'),
  supplierId('mis_id'),
  text('title', 'title'),
  text('surname', 'surname'),
  text('forename', 'forename'),
  text('middle_names', 'middleNames'),
  legal('legal_surname', 'surname'),
  legal('legal_forename', 'forename'),
  [
    'gender',
    (contact, value, draft, member) => {
      const code = draft.codeOf(codeReaders.sex, 'sex', member, value);
      if (code !== undefined) contact.sex = code;
    },
  ],
  [
    'relationship',
    (contact, value, draft, member) => {
      const object = includedObject(value);
      if (object === undefined) {
        relationshipWords(contact, value, draft, member);
        return;
      }
      draft.prefix = 'relationship.';
      readMembers(object, relationship, contact, draft);
      draft.prefix = '';
    },
  ],
  ['contact_details', (contact, value, draft) => readContactDetails(value, contact, draft)],
  ...namesTo<Contact>(keepMember, 'initials', 'date_of_birth', 'person_id', 'gender_identity'),
  // Links were read before
  ...namesTo<Contact>(passOver, 'students', 'created_at', 'updated_at', 'restored_at'),
]);

/** One pupil's contact. */
export function mapContact(context: FileContext, item: WondeItem, pupilKey: string): Item[] {
  const draft = new RecordDraft(context, item);
  const contact: Contact = {
    kind: 'contact',
    key: '',
    ...draft.base,
    provenance: draft.provenance,
    pupilKey,
  };
  readMembers(item.value, members, contact, draft);
  const ids = contact.supplierIds;
  const supplierId = ids?.id ?? ids?.upi ?? ids?.mis_id;
  if (supplierId === undefined && contact.surname === undefined && contact.forename === undefined)
    return unreadableItem(draft, 'contact', {
      code: 'wonde-record-unidentified',
      field: 'surname',
      pupilKey,
    });
  contact.key = contactKey(pupilKey, { ...contact, supplierId });
  return draft.finish(contact);
}
