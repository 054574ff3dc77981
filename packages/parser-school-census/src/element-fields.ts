import type { XmlElement } from '@rollbook/parser-kit';
import type { RecordDraft } from './record-draft.js';

/** Reads one child element into what is being made of its parent. */
export type ReadField<T> = (target: T, element: XmlElement, draft: RecordDraft) => void;

interface Field<T> {
  readonly read: ReadField<T>;
  /** A number of its own, or -1 for an element that may stand several times. */
  readonly slot: number;
}

/** Spellings of names that are remembered for one table. */
const MOST_SPELLINGS = 500;

/**
 * What the children of one element are, by their names. Upper and lower case do not count: versions and suppliers
 * differ (`Postcode`, `PostCode`).
 */
export class ElementFields<T> {
  readonly #byLowerCase = new Map<string, Field<T>>();
  /** By the name as written, so that a name is put into lower case once. */
  readonly #bySpelling = new Map<string, Field<T> | undefined>();
  /** For each slot the turn in which it was filled last. */
  readonly #filled: number[] = [];
  #turn = 0;

  /**
   * @param single elements that may stand once at most
   * @param repeatable elements that may stand any number of times
   */
  constructor(
    single: Readonly<Record<string, ReadField<T>>>,
    repeatable: Readonly<Record<string, ReadField<T>>> = {},
  ) {
    for (const [name, read] of Object.entries(single)) {
      this.#byLowerCase.set(name.toLowerCase(), { read, slot: this.#filled.length });
      this.#filled.push(0);
    }
    for (const [name, read] of Object.entries(repeatable)) {
      this.#byLowerCase.set(name.toLowerCase(), { read, slot: -1 });
    }
  }

  find(name: string): Field<T> | undefined {
    const known = this.#bySpelling.get(name);
    if (known !== undefined || this.#bySpelling.has(name)) return known;
    const field = this.#byLowerCase.get(name.toLowerCase());
    if (this.#bySpelling.size < MOST_SPELLINGS) this.#bySpelling.set(name, field);
    return field;
  }

  /** Forgets which elements stood already: another parent begins. */
  beginTurn(): void {
    this.#turn++;
  }

  /** True for the first element of a field in a turn. */
  isFirst({ slot }: Field<T>): boolean {
    if (slot < 0) return true;
    if (this.#filled[slot] === this.#turn) return false;
    this.#filled[slot] = this.#turn;
    return true;
  }
}

/** Reads the children of a record's own element. Nothing is passed over: what is not known is kept. */
export function readRecord<T>(
  element: XmlElement,
  fields: ElementFields<T>,
  target: T,
  draft: RecordDraft,
): void {
  if (element.attributes !== undefined || element.text !== '') draft.keepOwnOddities(element);
  fields.beginTurn();
  readChildren(element, fields, target, draft);
}

/** Reads the children of a container inside a record. */
export function readContainer<T>(
  element: XmlElement,
  fields: ElementFields<T>,
  target: T,
  draft: RecordDraft,
): void {
  fields.beginTurn();
  readModule(element, fields, target, draft);
}

/** The same for a container whose elements may stand once in the whole record, in whichever container. */
export function readModule<T>(
  element: XmlElement,
  fields: ElementFields<T>,
  target: T,
  draft: RecordDraft,
): void {
  // a container that has text in place of its children
  if (element.children.length === 0 && element.text.trim() !== '') draft.keepUnknown(element);
  draft.enter(element.name);
  readChildren(element, fields, target, draft);
  draft.leave();
}

function readChildren<T>(element: XmlElement, fields: ElementFields<T>, target: T, draft: RecordDraft): void {
  for (const child of element.children) {
    const field = fields.find(child.name);
    if (field === undefined) {
      draft.keepUnknown(child);
      continue;
    }
    if (!fields.isFirst(field)) {
      draft.keepRepeated(child);
      continue;
    }
    if (child.attributes !== undefined || child.children.length > 0) draft.keepOddities(child);
    field.read(target, child, draft);
  }
}
