import type { Encoding, Source } from '@rollbook/parser-kit';
import type { ListItem } from './node.js';

/** How one reading of a file goes. */
export interface ReadPass {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((bytesRead: number) => void) | undefined;
  readonly encoding: Encoding | undefined;
  /** Lists whose items are given; the others are passed over unread. */
  readonly wants: (manager: string, list: string) => boolean;
  /** Called for a list or manager that has nothing in it, at the end. */
  readonly onEmpty: (manager: string, list: string | undefined) => void;
  /** Called for a part of an error document. */
  readonly onMessage: (name: string, text: string, place: { line: number; column: number }) => void;
}

/** Reads the items of a file in one of the formats, in the order of the file. */
export type ReadItems = (source: Source, pass: ReadPass) => AsyncIterable<readonly ListItem[]>;

/** Parts of an error document. */
export const messageParts: ReadonlySet<string> = new Set([
  'MessageId',
  'MessageName',
  'Title',
  'Description',
  'Message',
]);

const MOST_NAMES = 500;

/** Which managers and lists a file names, and which of them have something in them. */
export class SeenLists {
  readonly #managers = new Map<string, boolean>();
  readonly #lists = new Map<string, { manager: string; list: string; hasItems: boolean }>();

  manager(name: string): void {
    if (this.#managers.size < MOST_NAMES && !this.#managers.has(name)) this.#managers.set(name, false);
  }

  list(manager: string, list: string): void {
    const name = `${manager}/${list}`;
    if (this.#managers.has(manager)) this.#managers.set(manager, true);
    if (this.#lists.size < MOST_NAMES && !this.#lists.has(name))
      this.#lists.set(name, { manager, list, hasItems: false });
  }

  item(manager: string, list: string): void {
    const seen = this.#lists.get(`${manager}/${list}`);
    if (seen !== undefined) seen.hasItems = true;
  }

  tellEmpty(tell: ReadPass['onEmpty']): void {
    for (const [manager, hasLists] of this.#managers) if (!hasLists) tell(manager, undefined);
    for (const { manager, list, hasItems } of this.#lists.values()) if (!hasItems) tell(manager, list);
  }
}
