import { joinKey, type JsonValue, type Provenance, type RecordKind, type Unreadable } from '@rollbook/model';
import { elementToJson, type XmlElement } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';
import { type PutBy, RecordDraft } from './record-draft.js';

/** The pupil in hand, and the drafts of its records. One context serves pupil after pupil. */
export class PupilContext {
  readonly file: FileContext;
  /** The pupil record; it stays open until all of the pupil has been read. */
  readonly pupil: RecordDraft;
  /** The other record in hand. */
  readonly draft: RecordDraft;
  /** Path of the pupil, with its position. */
  path = '';
  /** Path of pupils of this kind, without positions. */
  schemaPath = '';
  /** Key of the pupil record. */
  key = '';
  /** On roll on census day, and not among those who left. */
  onRoll = true;
  #element: XmlElement | undefined;
  #unreadables = 0;

  constructor(file: FileContext) {
    this.file = file;
    this.pupil = new RecordDraft(file);
    this.draft = new RecordDraft(file);
  }

  beginPupil(element: XmlElement, path: string, onRoll: boolean): void {
    this.#element = element;
    this.path = path;
    this.schemaPath = onRoll ? '/PupilsOnRoll/PupilOnRoll' : '/PupilsNoLongerOnRoll/PupilNoLongerOnRoll';
    this.key = '';
    this.onRoll = onRoll;
    this.#unreadables = 0;
    this.file.recordKeys.clear();
    this.pupil.begin(element, path, this.schemaPath);
  }

  /**
   * Begins a record that stands inside the pupil, below the containers that the pupil's draft stands in; gives
   * where it came from.
   *
   * @param position the element's position among those of its name
   */
  begin(element: XmlElement, position?: number): Provenance {
    const below = `${this.pupil.insidePath}/${element.name}`;
    const path = this.path + below + (position === undefined ? '' : `[${position}]`);
    this.draft.begin(element, path, this.schemaPath + below);
    return this.#provenance(element, path);
  }

  /**
   * Begins a record of elements that stand among those of the pupil itself, in one container or several; gives
   * where the first of them stands.
   */
  beginLoose(first: PutBy): Provenance {
    this.draft.begin(this.#element ?? first.element, this.path, this.schemaPath);
    this.draft.resume(first);
    return { file: this.file.file, place: this.draft.placeOf(first.element) };
  }

  /** Where the pupil record came from. */
  pupilProvenance(element: XmlElement): Provenance {
    return this.#provenance(element, this.path);
  }

  /**
   * Puts out a stand-in for the record in hand, which can't be told from others, and an error about it.
   *
   * @param field what is missing or can't be read
   */
  unreadable(
    intended: RecordKind,
    element: XmlElement,
    provenance: Provenance,
    field: string,
    raw: JsonValue = elementToJson(element),
  ): void {
    this.#unreadables++;
    const record: Unreadable = {
      kind: 'unreadable',
      // who left and came back stands in the file twice
      key: joinKey(this.key, this.onRoll ? intended : `left ${intended}`, this.#unreadables),
      provenance,
      intended,
      pupilKey: this.key,
      raw,
    };
    this.file.setSchool(record);
    this.file.out.push(record);
    this.draft.issue('census-record-unreadable', element, field);
    this.draft.discard(record);
  }

  #provenance(element: XmlElement, path: string): Provenance {
    return { file: this.file.file, place: { line: element.line, column: element.column, path } };
  }
}
