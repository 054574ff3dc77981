import type { Place } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import { type FileContext, placeOfItem } from './file-context.js';
import { listKind, type ListKind } from './list-kinds.js';
import { addCode, addHouse, addPeriod, Lookups } from './lookups.js';
import { exclusionCategory, mapExclusion } from './map-conduct.js';
import { mapContact } from './map-contact.js';
import { mapMeals } from './map-meals.js';
import { mapPupil } from './map-pupil.js';
import { MarkReader } from './map-registration.js';
import { isResult, mapResult } from './map-result.js';
import { mapSen } from './map-sen.js';
import type { ListItem } from './node.js';
import type { PupilItems } from './pupil-link.js';
import type { Sink } from './sink.js';

/** Lists that are told one by one as not read. */
const MOST_UNREAD = 500;

interface UnreadList {
  place: Place;
  count: number;
}

/** Whether an item was read. `early`: it needs a pupil, or a list, that has not come. */
export type ReadOutcome = 'read' | 'early';

/** Turns items of lists, from a file or from the API, into records. */
export class RecordReader {
  readonly lookups: Lookups;
  readonly #context: FileContext;
  readonly #sink: Sink;
  readonly #marks: MarkReader;
  readonly #kinds = new Map<string, ListKind>();
  /** Kinds of list of which something has come. */
  readonly #seen = new Set<ListKind>();
  readonly #unread = new Map<string, UnreadList>();
  readonly #toStart: UnreadList = { place: {}, count: 0 };

  constructor(context: FileContext, sink: Sink) {
    this.#context = context;
    this.#sink = sink;
    this.lookups = new Lookups(context.options.pupilKeys);
    this.#marks = new MarkReader(context, this.lookups);
  }

  kindOf(item: ListItem): ListKind {
    const name = `${item.manager}/${item.list}`;
    let kind = this.#kinds.get(name);
    if (kind === undefined) {
      kind = listKind(item.manager, item.list);
      if (this.#kinds.size < MOST_UNREAD) this.#kinds.set(name, kind);
    }
    return kind;
  }

  /** Whether all that the items of a list need has come before it. */
  isReady(kind: ListKind): boolean {
    const pupils = this.#seen.has('pupil') || this.#seen.has('former-pupil') || this.lookups.hasPupils;
    if (kind !== 'status') return pupils;
    return (
      pupils &&
      this.#seen.has('registration-code') &&
      this.#seen.has('present-code') &&
      this.#seen.has('registration-period')
    );
  }

  /**
   * Reads an item.
   *
   * @param isLast nothing more is to come that it could need
   */
  read(item: ListItem, kind: ListKind, isLast: boolean): ReadOutcome {
    const { element } = item;
    this.#seen.add(kind);
    if (kind !== 'status') this.#put(this.#marks.flush());
    switch (kind) {
      case 'pupil':
      case 'former-pupil':
        this.#readPupil(item, kind === 'pupil');
        return 'read';
      case 'house':
        addHouse(this.lookups, element);
        return 'read';
      case 'registration-code':
        addCode(this.lookups.codes, element);
        return 'read';
      case 'present-code':
        addCode(this.lookups.presentCodes, element);
        return 'read';
      case 'registration-period':
        addPeriod(this.lookups, element);
        return 'read';
      case 'unread':
        this.#countUnread(item);
        return 'read';
      default: {
        const found = this.#readDependent(item, kind, isLast);
        if (found === undefined) return 'early';
        this.#put(found);
        return 'read';
      }
    }
  }

  /** Items of one pupil's contacts, where the pupil is known otherwise. */
  readContactOf(item: ListItem, pupilKey: string): void {
    this.#put(mapContact(this.#context, this.lookups, item, true, pupilKey) ?? []);
  }

  /** Tells of a list or manager that stood in the file without anything that is read. */
  noteEmpty(path: string): void {
    this.#noteUnread(path, { path }, 0);
  }

  /** What is left: marks held back, and what is told once at the end. */
  end(): void {
    this.#put(this.#marks.flush());
    const items: Item[] = this.#marks.summary();
    for (const [field, { place, count }] of this.#unread) {
      items.push(
        this.#context.issue('isams-list-unread', place, {
          field,
          message: `A list of the file is not read, since no canonical record comes from it; it has ${count === 1 ? '1 item' : `${count} items`}.`,
        }),
      );
    }
    if (this.#toStart.count > 0) {
      const { place, count } = this.#toStart;
      const message = `${count} pupils who have not started yet were left out.`;
      items.push(this.#context.issue('isams-pupils-to-start', place, { message }));
    }
    for (const item of items) this.#sink.put(undefined, [item]);
  }

  #readDependent(item: ListItem, kind: ListKind, isLast: boolean): PupilItems[] | undefined {
    const context = this.#context;
    switch (kind) {
      case 'status':
        return this.#marks.read(item, isLast);
      case 'contact':
        return mapContact(context, this.lookups, item, isLast);
      case 'sen':
        return mapSen(context, this.lookups, item, isLast);
      case 'meals':
        return mapMeals(context, this.lookups, item, isLast);
      case 'result':
        if (isResult(item.element)) return mapResult(context, this.lookups, item, isLast);
        break;
      default: {
        const category = exclusionCategory(item.element, context.options);
        if (category !== undefined) return mapExclusion(context, this.lookups, item, isLast, category);
      }
    }
    this.#countUnread(item);
    return [];
  }

  #readPupil(item: ListItem, current: boolean): void {
    const mapped = mapPupil(this.#context, this.lookups, item, current);
    if (mapped !== undefined) this.#sink.put(mapped.key, mapped.items);
    else if (this.#toStart.count++ === 0) this.#toStart.place = placeOfItem(item);
  }

  #put(found: readonly PupilItems[]): void {
    for (const { pupil, items } of found) this.#sink.put(pupil, items);
  }

  #countUnread(item: ListItem): void {
    const { manager, list, element } = item;
    const field = manager === '' ? `/${list}` : `/iSAMS/${manager}/${list}/${element.name}`;
    this.#noteUnread(field, placeOfItem(item), 1);
  }

  #noteUnread(field: string, place: Place, count: number): void {
    const unread = this.#unread.get(field);
    if (unread !== undefined) unread.count += count;
    else if (this.#unread.size < MOST_UNREAD) this.#unread.set(field, { place, count });
  }
}
