import { type Enrolment, enrolmentKey, type JsonValue, type Place } from '@rollbook/model';
import type { FileContext } from './file-context.js';
import { keyOfPupil } from './pupil-link.js';
import { RowDraft } from './row-draft.js';
import type { Sink } from './sink.js';
import type { Table } from './table.js';

/** Rows that are gathered by pupil: some 150 MB. A school has some thirty a pupil. */
const MOST_ROWS = 500_000;

/** What the record says itself, and when the row was written. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  '__proto__',
  'usersourcedid',
  'role',
  'status',
  'datelastmodified',
]);

interface Registration {
  readonly pupil: string;
  readonly user: string;
  readonly school: string | undefined;
  readonly place: Place;
  readonly classes: JsonValue[];
  registrationGroup: string | undefined;
}

/**
 * `enrollments.csv`: who is in which class. Classes are no registrations, so a pupil gets one record a school, with the
 * classes as an extension; a class of the type `homeroom` is the registration group.
 */
export class EnrollmentsReader {
  readonly #context: FileContext;
  readonly #table: Table;
  readonly #sink: Sink;
  readonly #registrations = new Map<string, Registration>();
  #rows = 0;

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
    if (role !== 'student') {
      if (context.once('oneroster-staff-unread'))
        this.#sink.put(undefined, [context.issue('oneroster-staff-unread', { line })]);
      return;
    }
    if (++this.#rows > MOST_ROWS) {
      if (context.once('oneroster-too-many'))
        this.#sink.put(undefined, [context.issue('oneroster-too-many', { line })]);
      return;
    }
    const org = draft.peek('schoolSourcedId');
    const pupil = keyOfPupil(context, user);
    const school = context.schoolOf(org) ?? context.options.school;
    const name = `${org ?? ''} ${pupil}`;
    let registration = this.#registrations.get(name);
    if (registration === undefined) {
      registration = { pupil, user, school, place: draft.place, classes: [], registrationGroup: undefined };
      this.#registrations.set(name, registration);
    }
    const { headings } = this.#table;
    const entry: Record<string, JsonValue> = {};
    cells.forEach((cell, i) => {
      const heading = headings[i] ?? `column ${i + 1}`;
      if (cell.trim() !== '' && !NOT_KEPT.has(heading.toLowerCase())) entry[heading] = cell.trim();
    });
    const group = context.links.homeroom(draft.peek('classSourcedId') ?? '');
    if (group !== undefined) registration.registrationGroup ??= group;
    registration.classes.push(entry);
    for (const i of this.#table.unknown) {
      const heading = headings[i] ?? '';
      if ((cells[i]?.trim() ?? '') === '' || !context.once('oneroster-column-unknown', heading)) continue;
      this.#sink.put(undefined, [
        context.issue('oneroster-column-unknown', { line, columnName: heading }, { field: heading }),
      ]);
    }
  }

  end(): void {
    const { file, links } = this.#context;
    for (const { pupil, user, school, place, classes, registrationGroup } of this.#registrations.values()) {
      const entryDate = links.role(user)?.entryDate;
      const record: Enrolment = {
        kind: 'enrolment',
        key: enrolmentKey(pupil, { attended: school, entryDate }),
        ...(school === undefined ? {} : { school, attended: school }),
        provenance: { file, place },
        pupilKey: pupil,
        ...(entryDate === undefined ? {} : { entryDate }),
        ...(registrationGroup === undefined ? {} : { registrationGroup }),
        extensions: { enrollments: classes },
      };
      const items = [record];
      const repeated = this.#context.isRepeated(record.kind, record.key);
      this.#sink.put(pupil, [
        ...items,
        ...(repeated
          ? [
              this.#context.issue('oneroster-record-repeated', place, {
                field: 'key',
                record: { kind: record.kind, key: record.key, pupilKey: pupil },
              }),
            ]
          : []),
      ]);
    }
  }
}
