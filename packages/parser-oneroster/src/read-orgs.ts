import { parseLaestab, parseUrn, type School, schoolKey } from '@rollbook/model';
import type { FileContext } from './file-context.js';
import { RowDraft } from './row-draft.js';
import type { Sink } from './sink.js';
import type { Table } from './table.js';

/** `orgs.csv`: schools; districts and departments are left alone. */
export class OrgsReader {
  readonly #context: FileContext;
  readonly #table: Table;
  readonly #sink: Sink;

  constructor(context: FileContext, table: Table, sink: Sink) {
    this.#context = context;
    this.#table = table;
    this.#sink = sink;
  }

  read(cells: readonly string[], line: number): void {
    const context = this.#context;
    const draft = new RowDraft(context, this.#table, cells, line);
    const id = draft.peek('sourcedId');
    if (draft.peek('type')?.toLowerCase() !== 'school') {
      if (context.once('oneroster-file-unread'))
        this.#sink.put(undefined, [context.issue('oneroster-file-unread', { line }, { field: 'type' })]);
      return;
    }
    const identifier = draft.peek('identifier');
    const laestab = parseLaestab(identifier ?? '') ?? parseLaestab(id ?? '');
    const urn = parseUrn(identifier ?? '');
    const name = draft.text('name', 'name');
    const key = schoolKey({ laestab: laestab?.value, urn, name });
    if (key === undefined) {
      this.#sink.put(undefined, draft.unreadable('school', 'identifier'));
      return;
    }
    if (laestab !== undefined && id !== undefined) context.links.addSchool(id, laestab.value);
    const school: School = { kind: 'school', key, provenance: draft.provenance };
    if (laestab !== undefined) {
      school.school = laestab.value;
      school.la = laestab.la;
      school.establishment = laestab.establishment;
    }
    if (urn !== undefined) school.urn = urn;
    if (name !== undefined) school.name = name;
    draft.keepColumns('sourcedId', 'identifier', 'parentSourcedId');
    draft.keepUnknown();
    this.#sink.put(undefined, draft.finish(school));
  }
}
