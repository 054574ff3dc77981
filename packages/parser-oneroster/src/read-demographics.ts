import { isUpn, normaliseUpn, type Pupil, sexes } from '@rollbook/model';
import { createCodeReader } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';
import { keyOfPupil } from './pupil-link.js';
import { RowDraft } from './row-draft.js';
import type { Sink } from './sink.js';
import type { Table } from './table.js';

const sexWords = createCodeReader(sexes, { unspecified: 'U' });

/** `demographics.csv`: date of birth and sex of the user whose id the row has. */
export class DemographicsReader {
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
    if (id === undefined) {
      this.#sink.put(undefined, draft.unreadable('pupil', 'sourcedId'));
      return;
    }
    const link = context.links.role(id);
    if (link !== undefined && link.role !== 'student') {
      if (context.once('oneroster-staff-unread'))
        this.#sink.put(undefined, [context.issue('oneroster-staff-unread', { line })]);
      return;
    }
    const school = context.schoolOf(link?.org) ?? context.options.school;
    const key = keyOfPupil(context, id);
    const upn = normaliseUpn(id);
    const pupil: Pupil = {
      kind: 'pupil',
      key,
      ...(school === undefined ? {} : { school }),
      provenance: draft.provenance,
      ...(isUpn(upn) ? { upn } : {}),
      supplierIds: { sourcedId: id },
    };
    const birthDate = draft.date('birthDate', 'birthDate');
    if (birthDate !== undefined) pupil.birthDate = birthDate;
    const sex = draft.codeOf(sexWords, 'sex', 'sex');
    if (sex !== undefined) pupil.sex = sex;
    // American flags and places, which no code of the DfE's follows from
    draft.keepColumns(...this.#table.kind.known.filter((name) => name !== 'birthDate' && name !== 'sex'));
    draft.keepUnknown();
    this.#sink.put(key, draft.finish(pupil));
  }
}
