import type { XmlElement } from '@rollbook/parser-kit';
import { isMarkupAttribute } from './node.js';
import { readDate } from './read-values.js';

/** A pupil as records of other lists are tied to one. */
export interface PupilRef {
  /** Key of the pupil record. */
  readonly key: string;
  /** Position among the pupils of the file, from 0. */
  readonly index: number;
}

export interface RegistrationCode {
  /** The school's character. */
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly governmentCode: string | undefined;
}

export interface RegistrationPeriod {
  readonly name: string | undefined;
  readonly type: string | undefined;
  /** When it starts, with the day where periods are those of single days. */
  readonly start: string | undefined;
}

/** What is small and needed for other lists: who is who, and what ids stand for. */
export class Lookups {
  readonly codes = new Map<string, RegistrationCode>();
  readonly presentCodes = new Map<string, RegistrationCode>();
  readonly periods = new Map<string, RegistrationPeriod>();
  /** Names of academic houses. */
  readonly houses = new Map<string, string>();
  readonly #bySchoolId = new Map<string, PupilRef>();
  readonly #byId = new Map<string, PupilRef>();
  readonly #byKey = new Map<string, PupilRef>();
  readonly #given: ReadonlyMap<string, string>;

  constructor(given: ReadonlyMap<string, string> = new Map()) {
    this.#given = given;
  }

  get hasPupils(): boolean {
    return this.#byKey.size > 0 || this.#given.size > 0;
  }

  addPupil(key: string, schoolId: string | undefined, id: string | undefined): void {
    const ref = this.#refOf(key);
    if (schoolId !== undefined && !this.#bySchoolId.has(schoolId)) this.#bySchoolId.set(schoolId, ref);
    if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, ref);
  }

  /**
   * The pupil that a `PupilId` means. In registration it holds the `SchoolId`, in contacts the `Id`; a value that
   * is only the other one is taken as that.
   */
  findPupil(id: string, first: 'schoolId' | 'id'): PupilRef | undefined {
    const found =
      first === 'schoolId'
        ? (this.#bySchoolId.get(id) ?? this.#byId.get(id))
        : (this.#byId.get(id) ?? this.#bySchoolId.get(id));
    if (found !== undefined) return found;
    const key = this.#given.get(id);
    return key === undefined ? undefined : this.#refOf(key);
  }

  /** A pupil of a file without pupils, known by the id alone. */
  strange(id: string): PupilRef {
    return this.#refOf(`id:${id}`, true);
  }

  readonly #strangers = new Map<string, PupilRef>();

  #refOf(key: string, strange = false): PupilRef {
    const refs = strange ? this.#strangers : this.#byKey;
    let ref = refs.get(key);
    if (ref === undefined) refs.set(key, (ref = { key, index: refs.size }));
    return ref;
  }
}

/** Texts of an item by name in lower case, attributes and children alike; what has parts of its own is left out. */
export function textsOf(element: XmlElement): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const name in element.attributes) {
    const text = element.attributes[name]?.trim() ?? '';
    if (!isMarkupAttribute(name) && text !== '') texts.set(name.toLowerCase(), text);
  }
  for (const { name, text, children } of element.children) {
    const lower = name.toLowerCase();
    const trimmed = text.trim();
    if (children.length === 0 && trimmed !== '' && !texts.has(lower)) texts.set(lower, trimmed);
  }
  return texts;
}

function firstOf(texts: ReadonlyMap<string, string>, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = texts.get(name);
    if (text !== undefined) return text;
  }
  return undefined;
}

function codeOf(texts: ReadonlyMap<string, string>): RegistrationCode {
  return {
    code: texts.get('code'),
    name: texts.get('name'),
    governmentCode: firstOf(texts, 'governmentcode', 'governmentregistrationcode', 'dfecode'),
  };
}

/** Adds an item of a list of registration codes, by its id. */
export function addCode(codes: Map<string, RegistrationCode>, element: XmlElement): void {
  const texts = textsOf(element);
  const id = firstOf(texts, 'id', 'registrationcodeid', 'presentcodeid');
  if (id !== undefined) codes.set(id, codeOf(texts));
}

export function addPeriod(lookups: Lookups, element: XmlElement): void {
  const texts = textsOf(element);
  const id = firstOf(texts, 'id', 'periodid', 'registrationperiodid');
  if (id === undefined) return;
  const start = ['start', 'startdatetime', 'datetime', 'registrationdatetime', 'date', 'startdate', 'time']
    .map((name) => texts.get(name))
    .find((text) => text !== undefined && readDate(text) !== undefined);
  lookups.periods.set(id, {
    name: firstOf(texts, 'friendlyname', 'name', 'periodname', 'description'),
    type: firstOf(texts, 'registrationtype', 'type', 'periodtype'),
    start,
  });
}

export function addHouse(lookups: Lookups, element: XmlElement): void {
  const texts = textsOf(element);
  const id = texts.get('id');
  const name = firstOf(texts, 'name', 'housename');
  if (id !== undefined && name !== undefined) lookups.houses.set(id, name);
}
