import type { RecordKind } from '@rollbook/model';
import { type Item, UnreadableInputError } from '@rollbook/parser-kit';
import { type FileContext, placeOfItem } from './file-context.js';
import { includedList, trimmed, type WondeItem } from './json.js';
import { type ItemKind, kindOf } from './list-kinds.js';
import { mapContact } from './map-contact.js';
import { mapExclusion } from './map-exclusion.js';
import { mapMark, markCode } from './map-mark.js';
import { mapPupil } from './map-pupil.js';
import { mapResult } from './map-result.js';
import { mapSchool } from './map-school.js';
import { pupilOf, type PupilReference, pupilsOf } from './pupil-link.js';
import { RecordDraft } from './record-draft.js';
import type { Sink } from './sink.js';
import { unreadableItem } from './unreadable-item.js';

/** Objects that wait for pupils or codes further on in the file: some 10 MB. */
const MOST_WAITING = 5_000;

type Linked = 'contact' | 'mark' | 'exclusion' | 'result';

const INTENDED: Readonly<Record<Linked, RecordKind>> = {
  contact: 'contact',
  mark: 'attendance-mark',
  exclusion: 'exclusion',
  result: 'assessment-result',
};

/** Makes records of objects, in whatever order their pages were saved. */
export class RecordReader {
  readonly #context: FileContext;
  readonly #sink: Sink;
  #waiting: { readonly item: WondeItem; readonly kind: Linked }[] = [];
  #found = false;
  /** Set once pupils are known by id alone. */
  #strangers = false;

  constructor(context: FileContext, sink: Sink) {
    this.#context = context;
    this.#sink = sink;
  }

  read(item: WondeItem): void {
    const kind = kindOf(item.value);
    if (kind !== 'unread' && kind !== 'empty') this.#found = true;
    switch (kind) {
      case 'person':
        this.#tell('wonde-kind-assumed', item);
        this.#pupil(item);
        return;
      case 'pupil':
        this.#pupil(item);
        return;
      case 'school':
        this.#sink.put(undefined, mapSchool(this.#context, item));
        return;
      case 'mark-code': {
        const id = trimmed(item.value.id);
        const code = trimmed(item.value.code);
        if (id !== undefined && code !== undefined) this.#context.attendanceCodes.set(id, code);
        return;
      }
      case 'error':
        this.#error(item);
        return;
      case 'unread':
        this.#tell('wonde-list-unread', item);
        return;
      case 'empty':
        return;
      default:
        this.#linked(item, kind, false);
    }
  }

  end(): void {
    this.#flush();
    if (!this.#found) this.#sink.put(undefined, [this.#context.issue('wonde-nothing-found', {})]);
  }

  #pupil(item: WondeItem): void {
    if (this.#strangers) {
      throw new UnreadableInputError(
        'wonde-order',
        'Pupils stand behind more records that belong to them than can wait.',
        {
          place: placeOfItem(item),
          help: 'Put the pages of pupils before those of attendance, exclusions and results.',
        },
      );
    }
    const { key, items } = mapPupil(this.#context, item);
    this.#sink.put(key, items);
  }

  #tell(code: 'wonde-kind-assumed' | 'wonde-list-unread', item: WondeItem): void {
    if (!this.#context.once(code)) return;
    this.#sink.put(undefined, [this.#context.issue(code, placeOfItem(item))]);
  }

  #error(item: WondeItem): void {
    const value = trimmed(item.value.error) ?? 'error';
    const issue = this.#context.issue('wonde-error-answer', placeOfItem(item), { field: 'error', value });
    this.#sink.put(undefined, [issue]);
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { item, kind } of waiting) this.#linked(item, kind, true);
  }

  #linked(item: WondeItem, kind: Linked, isLast: boolean): void {
    const context = this.#context;
    const references =
      kind === 'contact' ? pupilsOf(context, includedList(item.value.students)) : [pupilOf(context, item)];
    if (!isLast && !this.#strangers && this.#isEarly(item, kind, references)) {
      this.#waiting.push({ item, kind });
      if (this.#waiting.length < MOST_WAITING) return;
      if (!context.hasPupils) this.#strangers = true;
      this.#flush();
      return;
    }
    const keys = new Set<string>();
    const unknown: (string | undefined)[] = references.length === 0 ? [undefined] : [];
    for (const { id, key } of references) {
      const found = key ?? this.#stranger(id, item);
      if (found === undefined) unknown.push(id);
      else keys.add(found);
    }
    for (const key of keys) this.#sink.put(key, this.#map(item, kind, key));
    // A contact of several pupils is kept whole once, however many of them are unknown
    const [value] = unknown;
    if (unknown.length > 0) this.#sink.put(undefined, this.#unknown(item, kind, value));
  }

  #isEarly(item: WondeItem, kind: Linked, references: readonly PupilReference[]): boolean {
    if (references.some(({ id, key }) => key === undefined && id !== undefined)) return true;
    if (kind !== 'mark') return false;
    const code = markCode(this.#context, item);
    return code !== undefined && 'id' in code;
  }

  /** In a file without pupils they are known by their ids alone, which is told once. */
  #stranger(id: string | undefined, item: WondeItem): string | undefined {
    if (id === undefined || this.#context.hasPupils) return undefined;
    if (this.#context.once('wonde-pupils-missing'))
      this.#sink.put(undefined, [this.#context.issue('wonde-pupils-missing', placeOfItem(item))]);
    return `id:${id}`;
  }

  #unknown(item: WondeItem, kind: Linked, value: string | undefined): Item[] {
    const draft = new RecordDraft(this.#context, item);
    return unreadableItem(draft, INTENDED[kind], {
      code: 'wonde-pupil-unknown',
      field: kind === 'contact' ? 'students' : 'student',
      value,
    });
  }

  #map(item: WondeItem, kind: Exclude<ItemKind, 'pupil'> & Linked, key: string): Item[] {
    switch (kind) {
      case 'contact':
        return mapContact(this.#context, item, key);
      case 'mark':
        return mapMark(this.#context, item, key);
      case 'exclusion':
        return mapExclusion(this.#context, item, key);
      case 'result':
        return mapResult(this.#context, item, key);
    }
  }
}
