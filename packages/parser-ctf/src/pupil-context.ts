import {
  type CanonicalRecord,
  formatLaestab,
  joinKey,
  type JsonValue,
  type Provenance,
  type RecordKind,
  type Unreadable,
} from '@rollbook/model';
import { elementToJson, type XmlElement } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';
import { RecordDraft } from './record-draft.js';

/** School numbers that are kept read; a file names some hundred schools. */
const MOST_SCHOOLS = 2_000;

/** A school by its numbers: the LAESTAB, or what was sent when the numbers make none. */
export interface SchoolNumbers {
  readonly laestab: string | undefined;
  readonly unreadable: string | undefined;
}

const NO_SCHOOL: SchoolNumbers = { laestab: undefined, unreadable: undefined };

/** The pupil in hand, and the drafts of its records. One context serves pupil after pupil. */
export class PupilContext {
  readonly file: FileContext;
  /** Path of pupils without positions. */
  readonly #schemaPath: string;
  /** The pupil record; it stays open until all of the pupil has been read. */
  readonly pupil: RecordDraft;
  /** The other record in hand. */
  readonly draft: RecordDraft;
  /** Path of the pupil, with its position. */
  path = '';
  /** Key of the pupil record. */
  key = '';
  #unreadables = 0;
  readonly #schools = new Map<string, SchoolNumbers>();

  constructor(file: FileContext) {
    this.file = file;
    this.#schemaPath = `/${file.envelope.root}/${file.envelope.pupils}/Pupil`;
    this.pupil = new RecordDraft(file);
    this.draft = new RecordDraft(file);
  }

  beginPupil(element: XmlElement, path: string): void {
    this.path = path;
    this.key = '';
    this.#unreadables = 0;
    this.file.pupilKeys.clear();
    this.pupil.begin(element, path, this.#schemaPath);
  }

  /** Begins a record that stands at `path` inside the pupil; gives where it came from. */
  begin(element: XmlElement, path: string, schemaPath: string): Provenance {
    const whole = this.path + path;
    this.draft.begin(element, whole, this.#schemaPath + schemaPath);
    return this.provenance(element, whole);
  }

  provenance(element: XmlElement, path: string): Provenance {
    return { file: this.file.file, place: { line: element.line, column: element.column, path } };
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
      key: joinKey(this.key, intended, this.#unreadables),
      provenance,
      intended,
      pupilKey: this.key,
      raw,
    };
    this.setSchool(record);
    this.file.out.push(record);
    this.draft.issue('ctf-record-unreadable', element, field);
    this.draft.discard(record);
  }

  setSchool(record: CanonicalRecord): void {
    if (this.file.school !== undefined) record.school = this.file.school;
  }

  /** Reads LA and establishment numbers, and tells when they make no school's number and are no placeholder. */
  schoolNumbers(la: XmlElement | undefined, establishment: XmlElement | undefined): SchoolNumbers {
    const element = establishment ?? la;
    if (element === undefined) return NO_SCHOOL;
    const sent = `${la?.text.trim() ?? ''}/${establishment?.text.trim() ?? ''}`;
    if (sent === '/') return NO_SCHOOL;
    let numbers = this.#schools.get(sent);
    if (numbers === undefined) {
      const laestab = formatLaestab(la?.text ?? '', establishment?.text ?? '');
      numbers = { laestab, unreadable: laestab === undefined ? sent : undefined };
      if (this.#schools.size < MOST_SCHOOLS) this.#schools.set(sent, numbers);
    }
    if (numbers.unreadable !== undefined) {
      this.draft.sent('attended', sent);
      if (!isPlaceholder(sent)) this.draft.issue('ctf-school-number-unreadable', element, 'attended', sent);
    }
    return numbers;
  }
}

/** `XXX/XXXX`, `MMM/MMMM` and the like stand for a school that has no number. */
function isPlaceholder(sent: string): boolean {
  return /^([A-Z])\1{2}\/\1{4}$/.test(sent);
}
