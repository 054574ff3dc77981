import type { Address, Contact } from '@rollbook/model';
import { communities, type Community } from './communities.js';
import type { Fields } from './draft.js';
import type { NameSet } from './names/index.js';
import { emailAddress, landline, makeAddress, mobilePhone } from './places.js';
import { type Random, Weighted } from './random.js';

/** What the children of one home share. */
export interface Family {
  readonly community: Community;
  readonly names: NameSet;
  readonly surname: string;
  /** The mother's, or the father's where the children have the mother's. */
  readonly otherSurname: string;
  readonly address: Address;
  /** The adults in the school's order, as contacts. */
  readonly contacts: readonly Fields<Contact>[];
  /** DfE language code of the home. */
  readonly language: string;
  /** Eligible for free school meals, or has been. */
  readonly lowIncome: boolean;
  readonly service: boolean;
  /** In the care of an authority: the contacts are foster carers and a social worker. */
  readonly inCare: boolean;
  /** Children of the family at the school. */
  readonly children: number;
}

const CHILDREN = new Weighted([
  [1, 64],
  [2, 27],
  [3, 7],
  [4, 2],
]);
const HOMES = new Weighted<'both' | 'mother' | 'father' | 'mother-and-stepfather'>([
  ['both', 68],
  ['mother', 20],
  ['father', 4],
  ['mother-and-stepfather', 8],
]);
const THIRD_CONTACTS = new Weighted([
  ['FAM', 6],
  ['REL', 3],
  ['CHM', 1],
  ['OTH', 2],
]);

const WOMENS_TITLES = new Weighted([
  ['Mrs', 6],
  ['Ms', 2],
  ['Miss', 2],
  ['Dr', 0.3],
]);

function surnameOf(random: Random, set: NameSet): string {
  const surname = random.pick(set.surnames);
  if (set.double === undefined || !random.chance(set.double.share)) return surname;
  const other = random.pick(set.surnames);
  return other === surname ? surname : surname + set.double.joint + other;
}

/** A surname in the form for a girl or woman. */
export function surnameFor(set: NameSet, surname: string, sex: 'F' | 'M'): string {
  return sex === 'F' && set.feminine ? set.feminine(surname) : surname;
}

interface AdultOptions {
  readonly relationship: string;
  readonly surname: string;
  readonly home: boolean;
  readonly responsible: boolean;
}

function adult(random: Random, set: NameSet, sex: 'F' | 'M', options: AdultOptions): Fields<Contact> {
  const forename = random.pick(sex === 'F' ? set.girls : set.boys);
  const surname = surnameFor(set, options.surname, sex);
  const phones = [mobilePhone(random)];
  if (options.home && random.chance(0.3)) phones.push(landline(random, 'H'));
  if (random.chance(0.35)) phones.push(landline(random, 'W'));
  return {
    title: sex === 'F' ? WOMENS_TITLES.pick(random) : random.chance(0.03) ? 'Dr' : 'Mr',
    surname,
    forename,
    sex,
    relationship: options.relationship,
    parentalResponsibility: options.responsible,
    livesWithPupil: options.home,
    phones,
    ...(options.home ? {} : { address: makeAddress(random) }),
    ...(random.chance(0.8) ? { emails: [{ address: emailAddress(random, forename, surname) }] } : {}),
  };
}

function parents(random: Random, set: NameSet, surname: string, otherSurname: string): Fields<Contact>[] {
  const home = HOMES.pick(random);
  const mother = adult(random, set, 'F', {
    relationship: 'PAM',
    surname: otherSurname,
    home: home !== 'father',
    responsible: true,
  });
  const known = home === 'both' || home === 'father' || random.chance(0.5);
  const contacts = home === 'father' && random.chance(0.5) ? [] : [mother];
  if (known) {
    const atHome = home === 'both' || home === 'father';
    const father = adult(random, set, 'M', {
      relationship: 'PAF',
      surname,
      home: atHome,
      responsible: random.chance(0.95),
    });
    if (home === 'father') contacts.unshift(father);
    else contacts.push(father);
  }
  if (home === 'mother-and-stepfather') {
    contacts.push(
      adult(random, set, 'M', {
        relationship: 'STF',
        surname: surnameOf(random, set),
        home: true,
        responsible: false,
      }),
    );
  }
  return contacts;
}

function carers(random: Random, set: NameSet): Fields<Contact>[] {
  const surname = surnameOf(random, set);
  const atHome = { surname, home: true, responsible: false };
  const contacts = [adult(random, set, 'F', { relationship: 'FOM', ...atHome })];
  if (random.chance(0.6)) contacts.push(adult(random, set, 'M', { relationship: 'FOF', ...atHome }));
  const worker = adult(random, set, random.chance(0.8) ? 'F' : 'M', {
    relationship: 'SWR',
    surname: surnameOf(random, set),
    home: false,
    responsible: false,
  });
  delete worker.address;
  contacts.push(worker);
  return contacts;
}

export function makeFamily(random: Random): Family {
  const community = communities.pick(random);
  const set = community.names.pick(random);
  const surname = surnameOf(random, set);
  const otherSurname = random.chance(0.7) ? surname : surnameOf(random, set);
  const inCare = random.chance(0.008);
  const contacts = inCare ? carers(random, set) : parents(random, set, surname, otherSurname);
  if (!inCare && random.chance(0.45)) {
    const sex = random.chance(0.7) ? 'F' : 'M';
    const relationship = THIRD_CONTACTS.pick(random);
    contacts.push(
      adult(random, set, sex, {
        relationship,
        surname: surnameOf(random, set),
        home: false,
        responsible: false,
      }),
    );
  }
  contacts.forEach((contact, i) => (contact.priority = i + 1));
  return {
    community,
    names: set,
    surname,
    otherSurname,
    address: makeAddress(random),
    contacts,
    language: community.languages.pick(random),
    lowIncome: inCare ? false : random.chance(0.32),
    service: random.chance(0.012),
    inCare,
    children: CHILDREN.pick(random),
  };
}
