import { addDays, type Enrolment, enrolmentKey } from '@rollbook/model';
import type { FileContext } from './file-context.js';
import { keyOfPupil } from './pupil-link.js';
import { RowDraft } from './row-draft.js';
import type { Sink } from './sink.js';
import type { Table } from './table.js';

/** `roles.csv`, version 1.2: a pupil's role at a school, from a day to a day, is the registration. */
export class RolesReader {
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
    const user = draft.peek('userSourcedId');
    const role = draft.peek('role')?.toLowerCase();
    if (user === undefined || role === undefined) {
      this.#sink.put(undefined, draft.unreadable('enrolment', user === undefined ? 'userSourcedId' : 'role'));
      return;
    }
    const org = draft.peek('orgSourcedId');
    const entryDate = draft.date('entryDate', 'beginDate');
    const isPrimary = draft.peek('roleType')?.toLowerCase() !== 'secondary';
    context.links.addRole(user, { role, org, entryDate }, isPrimary);
    if (role !== 'student') {
      if (context.once('oneroster-staff-unread'))
        this.#sink.put(undefined, [context.issue('oneroster-staff-unread', { line })]);
      return;
    }
    const attended = context.schoolOf(org);
    const school = attended ?? context.options.school;
    const pupil = keyOfPupil(context, user);
    const end = draft.date('leavingDate', 'endDate');
    const enrolment: Enrolment = {
      kind: 'enrolment',
      key: enrolmentKey(pupil, { attended: school, entryDate }),
      ...(school === undefined ? {} : { school, attended: school }),
      provenance: draft.provenance,
      pupilKey: pupil,
      ...(entryDate === undefined ? {} : { entryDate }),
    };
    if (end !== undefined) {
      // The standard's end is the first day that no longer counts
      enrolment.leavingDate = addDays(end, -1);
      draft.sent('leavingDate', draft.raw('endDate'));
    } else if (draft.peek('endDate') === undefined) enrolment.current = true;
    if (org !== undefined && attended === undefined) draft.keep('orgSourcedId', org);
    draft.keepColumns('sourcedId', 'roleType', 'userProfileSourcedId');
    draft.keepUnknown();
    this.#sink.put(pupil, draft.finish(enrolment));
  }
}
