import { type Contact, contactKey } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { relationshipTexts, sexTexts } from './code-texts.js';
import { type FileContext, placeOfItem } from './file-context.js';
import type { Lookups } from './lookups.js';
import { elementJson, type ListItem } from './node.js';
import { linkPupil, type PupilItems, unreadableItem } from './pupil-link.js';
import { addressParts, type AddressParts, finishAddress, newAddress } from './read-address.js';
import { type Fields, type ReadField, readFields } from './read-fields.js';
import { LONGEST_CODE, RecordDraft } from './record-draft.js';

interface ContactTarget {
  readonly contact: Contact;
  /** The other person of the same entry. */
  readonly second: Pick<
    Contact,
    'title' | 'forename' | 'middleNames' | 'surname' | 'emails' | 'phones' | 'relationship'
  >;
  readonly address: AddressParts;
}

type Part = 'contact' | 'second';
type ContactText = 'title' | 'forename' | 'middleNames' | 'surname';

function text(part: Part, field: ContactText): ReadField<ContactTarget> {
  const name = part === 'contact' ? field : `second.${field}`;
  return (target, value, draft) => {
    target[part][field] = draft.text(name, value);
  };
}

/** Addresses divided by blanks, commas or semicolons. */
function emails(part: Part): ReadField<ContactTarget> {
  return (target, value, draft) => {
    const list = (target[part].emails ??= []);
    const addresses = value.text.split(/[\s;,]+/).filter((address) => address !== '');
    if (addresses.length !== 1 || addresses[0] !== value.raw)
      draft.sent(`emails.${list.length}.address`, value.raw);
    for (const address of addresses) list.push({ address });
  };
}

function phone(part: Part, type: string): ReadField<ContactTarget> {
  return (target, value, draft) => {
    const phones = (target[part].phones ??= []);
    phones.push({ number: draft.text(`phones.${phones.length}.number`, value), type });
  };
}

/** A free text: it becomes a code when it is one of the DfE's list, else it is kept under its own name. */
function relationship(part: Part): ReadField<ContactTarget> {
  return (target, value, draft) => {
    const code = relationshipTexts.find(value.text);
    if (code === undefined || value.text.length > LONGEST_CODE * 4) draft.keep(value.name, value.raw);
    else {
      target[part].relationship = code;
      if (part === 'contact' && code !== value.raw) draft.sent('relationship', value.raw);
    }
  };
}

const responsibility: ReadField<ContactTarget> = ({ contact }, value, draft) => {
  // The default of a type of contact is a setting of the school's that no file shows.
  if (value.text.toLowerCase() === 'default') draft.sent('parentalResponsibility', value.raw);
  else {
    const flag = draft.flag('parentalResponsibility', value);
    if (flag !== undefined) contact.parentalResponsibility = flag;
  }
};

/** Links were read before: what becomes of the contact depends on them. */
const linkTo: ReadField<ContactTarget> = () => undefined;

function supplierId(name: string): ReadField<ContactTarget> {
  return ({ contact }, value) => {
    (contact.supplierIds ??= {})[name] = value.text;
  };
}

const values = new Map<string, ReadField<ContactTarget>>([
  ['@id', supplierId('id')],
  ['id', supplierId('id')],
  ['@personid', supplierId('personId')],
  ['personid', supplierId('personId')],
  ['@personguid', supplierId('personGuid')],
  ['personguid', supplierId('personGuid')],
  ['@pupilid', linkTo],
  ['pupilid', linkTo],
  ['schoolid', linkTo],
  ['relationshipraw', relationship('contact')],
  ['relationship', relationship('contact')],
  ['secondaryrelationshipraw', relationship('second')],
  ['secondaryrelationship', relationship('second')],
  ['parentalresponsibility', responsibility],
  ['emailaddress', emails('contact')],
  ['secondaryemailaddress', emails('second')],
  ['telephonenumber', phone('contact', 'H')],
  ['mobilenumber', phone('contact', 'M')],
  ['worknumber', phone('contact', 'W')],
  ['secondarymobilenumber', phone('second', 'M')],
  ['gender', readSex],
  ['sex', readSex],
  ...(
    [
      ['title', 'title'],
      ['forename', 'forename'],
      ['middlename', 'middleNames'],
      ['middlenames', 'middleNames'],
      ['surname', 'surname'],
    ] as const
  ).flatMap(([name, field]): [string, ReadField<ContactTarget>][] => [
    [name, text('contact', field)],
    [`secondary${name}`, text('second', field)],
  ]),
  ...[...addressParts].map(([name, read]): [string, ReadField<ContactTarget>] => [
    name,
    ({ address }, value, draft) => {
      read(address, value, draft);
    },
  ]),
]);

function readSex(
  { contact }: ContactTarget,
  value: Parameters<ReadField<ContactTarget>>[1],
  draft: RecordDraft,
) {
  const sex = draft.codeOf(sexTexts, 'sex', value);
  if (sex !== undefined) contact.sex = sex;
}

/** `Pupils/Pupil/@Id`; what else is there is kept. */
function keepPupils(_: ContactTarget, element: XmlElement, draft: RecordDraft): void {
  for (const pupil of element.children) {
    const parts = Object.keys(pupil.attributes ?? {}).length + pupil.children.length;
    if (parts > 1 || idOf(pupil) === undefined) draft.keepUnknown('Pupils', elementJson(pupil), pupil);
  }
}

function idOf(pupil: XmlElement): string | undefined {
  const id = pupil.attributes?.Id ?? pupil.children.find(({ name }) => name.toLowerCase() === 'id')?.text;
  const text = id?.trim() ?? '';
  return text === '' ? undefined : text;
}

const fields: Fields<ContactTarget> = {
  values,
  repeatable: new Set(['emailaddress', 'pupilid', 'schoolid']),
  elements: new Map([['pupils', keepPupils]]),
  kept: new Set(
    'contactonly,contacttype,correspondencemailmerge,emergencynotes,mailmergeall,labelsalutation,lettersalutation,lastupdated'.split(
      ',',
    ),
  ),
};

/** A contact once for each of the pupils it belongs to, and its second person likewise. Undefined: no pupil as yet. */
export function mapContact(
  context: FileContext,
  lookups: Lookups,
  item: ListItem,
  isLast: boolean,
  pupil?: string,
): PupilItems[] | undefined {
  const { school } = context.options;
  const provenance = { file: context.file, place: placeOfItem(item) };
  const contact: Contact = {
    kind: 'contact',
    key: '',
    ...(school === undefined ? {} : { school }),
    provenance,
    pupilKey: '',
  };
  const target: ContactTarget = { contact, second: {}, address: newAddress() };
  const draft = new RecordDraft(context, item);
  const known = new Set<string>();
  const unknown: string[] = [];
  const peeked = pupil === undefined ? peekPupils(item.element) : [];
  for (const id of peeked) {
    const key = linkPupil(context, lookups, id, 'id')?.key;
    if (key === undefined) unknown.push(id);
    else known.add(key);
  }
  if (!isLast && unknown.length > 0) return undefined;
  if (pupil !== undefined) known.add(pupil);

  readFields(item.element, fields, target, draft);
  const address = finishAddress(target.address);
  if (address !== undefined) contact.address = address;
  const id = contact.supplierIds?.id;
  const isNobody =
    id === undefined &&
    contact.surname === undefined &&
    contact.forename === undefined &&
    contact.relationship === undefined;
  const out: PupilItems[] = [];
  let position = 0;
  if (isNobody || known.size + unknown.length === 0) {
    const field = isNobody ? 'surname' : 'pupilKey';
    out.push({
      pupil: undefined,
      items: unreadableItem(context, item, 'contact', { code: 'isams-record-unidentified', field }),
    });
    return out;
  }
  if (!lookups.hasPupils && pupil === undefined) {
    out.push({ pupil: undefined, items: context.issueOnce('isams-pupils-missing', '', provenance.place) });
  }
  const { second } = target;
  const hasSecond = second.surname !== undefined || second.forename !== undefined;
  for (const key of known) {
    const first: Contact = {
      ...contact,
      key: contactKey(key, { ...contact, supplierId: id }),
      pupilKey: key,
    };
    const items = draft.finish(first);
    if (hasSecond) items.push(...secondOf(context, item, first, second, id));
    out.push({ pupil: key, items });
  }
  for (const value of unknown) {
    const items = unreadableItem(context, item, 'contact', {
      code: 'isams-pupil-unknown',
      field: 'Pupils',
      position: ++position,
      value,
    });
    out.push({ pupil: undefined, items });
  }
  return out;
}

function secondOf(
  context: FileContext,
  item: ListItem,
  first: Contact,
  second: ContactTarget['second'],
  id: string | undefined,
): ReturnType<RecordDraft['finish']> {
  const { pupilKey: pupil, school, provenance, address } = first;
  const supplierId = id === undefined ? undefined : `${id}:2`;
  const record: Contact = {
    kind: 'contact',
    key: contactKey(pupil, { ...second, supplierId }),
    ...(school === undefined ? {} : { school }),
    provenance,
    pupilKey: pupil,
    ...second,
    ...(supplierId === undefined ? {} : { supplierIds: { id: supplierId } }),
    ...(address === undefined ? {} : { address }),
  };
  return new RecordDraft(context, item).finish(record);
}

/** Ids of the pupils, before anything is made of the contact. */
function peekPupils(element: XmlElement): string[] {
  const ids = new Set<string>();
  for (const name in element.attributes) {
    if (name.toLowerCase() === 'pupilid') ids.add(element.attributes[name]?.trim() ?? '');
  }
  for (const child of element.children) {
    const lower = child.name.toLowerCase();
    if (lower === 'pupilid' || lower === 'schoolid') ids.add(child.text.trim());
    else if (lower === 'pupils') {
      for (const pupil of child.children) ids.add(idOf(pupil) ?? '');
    }
  }
  ids.delete('');
  return [...ids];
}
