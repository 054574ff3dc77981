import { codeReaderOf } from './code-words.js';
import type { TableDialect, TableParseOptions } from './table-dialect.js';

/** What marks of a supplier or school are in DfE codes. */
export class MarkCodes {
  readonly #dialect: TableDialect;
  readonly #chosen: ReadonlyMap<string, string>;
  readonly #codes: ReadonlyMap<string, string>;

  constructor(dialect: TableDialect, options: TableParseOptions) {
    this.#dialect = dialect;
    this.#chosen = new Map(Object.entries(options.attendanceCodes ?? {}));
    this.#codes = new Map(Object.entries(dialect.attendanceCodes ?? {}));
  }

  /** The school's own table first, then the supplier's way and table, then descriptions; else as it stands. */
  codeOf(text: string, session: 'AM' | 'PM' | undefined, date: string | undefined): string {
    const chosen = this.#chosen.get(text);
    if (chosen !== undefined) return chosen;
    if (session !== undefined && date !== undefined) {
      const own = this.#dialect.mark?.(text, session, date);
      if (own !== undefined) return own;
    }
    return (
      this.#codes.get(text) ?? (text.length > 2 ? (codeReaderOf('attendance').read(text) ?? text) : text)
    );
  }
}
