import type { Address, Contact, JsonValue, Pupil } from '@rollbook/model';
import { includedObject, isNothing, isObject, type JsonObject } from './json.js';
import type { RecordDraft } from './record-draft.js';

type Person = Pick<Pupil | Contact, 'address' | 'phones' | 'emails'>;

/** Members in the order in which they are looked at: those that tell the type of a number come first. */
const PHONES: readonly (readonly [name: string, type: string | undefined])[] = [
  ['mobile', 'M'],
  ['home', 'H'],
  ['work', 'W'],
  ['primary', undefined],
  ['phone', undefined],
];
const EMAILS: readonly (readonly [name: string, type: string | undefined])[] = [
  ['home', 'H'],
  ['work', 'W'],
  ['primary', undefined],
  ['email', undefined],
];
const PHONE_NAMES: ReadonlySet<string> = new Set(PHONES.map(([name]) => name));
const EMAIL_NAMES: ReadonlySet<string> = new Set(EMAILS.map(([name]) => name));
const ADDRESS_PARTS: ReadonlyMap<
  string,
  'saon' | 'street' | 'locality' | 'town' | 'county' | 'country' | 'postcode'
> = new Map([
  ['apartment', 'saon'],
  ['street', 'street'],
  ['district', 'locality'],
  ['town', 'town'],
  ['county', 'county'],
  ['country', 'country'],
  ['postcode', 'postcode'],
]);

/** `contact_details` of a pupil or contact. Equal numbers and addresses under several names are one. */
export function readContactDetails(value: JsonValue, person: Person, draft: RecordDraft): void {
  const details = includedObject(value);
  if (details === undefined) {
    draft.keepUnknown('contact_details', value);
    return;
  }
  const before = draft.prefix;
  for (const name of Object.keys(details)) {
    draft.prefix = `${before}contact_details.`;
    const part = details[name];
    if (part === undefined || isNothing(part)) continue;
    if (name === 'phones' && isObject(part)) readPhones(part, person, draft);
    else if (name === 'emails' && isObject(part)) readEmails(part, person, draft);
    else if (name === 'addresses' && isObject(part)) readAddresses(part, person, draft);
    else if (name === 'salutation') draft.keep(name, part);
    else draft.keepUnknown(name, part);
  }
  draft.prefix = before;
}

function readPhones(phones: JsonObject, person: Person, draft: RecordDraft): void {
  draft.prefix += 'phones.';
  for (const [name, type] of PHONES) {
    const value = phones[name];
    if (value === undefined || isNothing(value)) continue;
    const list = (person.phones ??= []);
    const number = draft.text(`phones.${list.length}.number`, name, value);
    if (number === undefined || list.some((phone) => phone.number === number)) continue;
    list.push(type === undefined ? { number } : { number, type });
  }
  if (person.phones?.length === 0) delete person.phones;
  keepOthers(phones, PHONE_NAMES, draft);
}

function readEmails(emails: JsonObject, person: Person, draft: RecordDraft): void {
  draft.prefix += 'emails.';
  for (const [name, type] of EMAILS) {
    const value = emails[name];
    if (value === undefined || isNothing(value)) continue;
    const list = (person.emails ??= []);
    const address = draft.text(`emails.${list.length}.address`, name, value);
    if (address === undefined || list.some((email) => email.address === address)) continue;
    list.push(type === undefined ? { address } : { address, type });
  }
  if (person.emails?.length === 0) delete person.emails;
  keepOthers(emails, EMAIL_NAMES, draft);
}

function readAddresses(addresses: JsonObject, person: Person, draft: RecordDraft): void {
  draft.prefix += 'addresses.';
  for (const name of Object.keys(addresses)) {
    const value = addresses[name];
    if (value === undefined || isNothing(value)) continue;
    if (name === 'home' && isObject(value)) {
      const address = readAddress(value, draft);
      if (address !== undefined) person.address = address;
    } else if (name === 'work' || name === 'postal') {
      if (isObject(value) && Object.values(value).every(isNothing)) continue;
      draft.keep(name, value);
    } else draft.keepUnknown(name, value);
  }
}

function readAddress(home: JsonObject, draft: RecordDraft): Address | undefined {
  const address: Address = {};
  const before = draft.prefix;
  draft.prefix += 'home.';
  for (const name of Object.keys(home)) {
    const value = home[name];
    if (value === undefined || isNothing(value) || name === 'house_number' || name === 'house_name') continue;
    const part = ADDRESS_PARTS.get(name);
    if (part === undefined) {
      draft.keepUnknown(name, value);
      continue;
    }
    const text = draft.text(`address.${part}`, name, value);
    if (text !== undefined) address[part] = text;
  }
  const name = draft.text('address.paon', 'house_name', home.house_name ?? null);
  const number = draft.text('address.paon', 'house_number', home.house_number ?? null);
  // BS 7666 has one place for both; the two are kept apart in the extensions
  if (name !== undefined && number !== undefined) {
    address.paon = `${name}, ${number}`;
    draft.keep('house_name', name);
    draft.keep('house_number', number);
  } else if (name !== undefined || number !== undefined) address.paon = name ?? number;
  draft.prefix = before;
  return Object.keys(address).length === 0 ? undefined : address;
}

function keepOthers(object: JsonObject, known: ReadonlySet<string>, draft: RecordDraft): void {
  for (const name of Object.keys(object)) {
    if (!known.has(name)) draft.keepUnknown(name, object[name] ?? null);
  }
}
