import type { FileContext } from './file-context.js';
import { MANIFEST } from './file-kinds.js';
import { RowDraft } from './row-draft.js';
import type { Sink } from './sink.js';
import type { Table } from './table.js';

/** Files that no record comes from. Classes say which of them are registration groups, the manifest the version. */
export class OtherReader {
  readonly #context: FileContext;
  readonly #table: Table;

  constructor(context: FileContext, table: Table, sink: Sink) {
    this.#context = context;
    this.#table = table;
    sink.put(undefined, [
      context.issue('oneroster-file-unread', { line: 1 }, { field: `${table.kind.name}.csv` }),
    ]);
  }

  read(cells: readonly string[], line: number): void {
    const { name } = this.#table.kind;
    if (name === MANIFEST) {
      const [property = '', value = ''] = cells;
      if (property.trim() === 'oneroster.version' && /^[\d.]{1,10}$/.test(value.trim()))
        this.#context.file.version = value.trim();
      return;
    }
    if (name !== 'classes') return;
    const draft = new RowDraft(this.#context, this.#table, cells, line);
    const id = draft.peek('sourcedId');
    const title = draft.peek('title');
    if (id !== undefined && title !== undefined && draft.peek('classType')?.toLowerCase() === 'homeroom')
      this.#context.links.addHomeroom(id, title);
  }
}
