import {
  type Contact,
  contactKey,
  contactRelationships,
  enrolmentKey,
  type Pupil,
  pupilKey,
} from '@rollbook/model';
import { createCodeReader, type Item, readYearGroup } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';
import { readIds, readReach } from './person-fields.js';
import { RowDraft } from './row-draft.js';
import type { Sink } from './sink.js';
import type { Table } from './table.js';

/** Users that are held to be joined, and pupils that wait for them: a row takes about 500 bytes here. */
const MOST_HELD = 200_000;
const CONTACT_ROLES: ReadonlySet<string> = new Set(['guardian', 'parent', 'relative']);

const relationships = createCodeReader(contactRelationships);

interface HeldUser {
  readonly cells: readonly string[];
  readonly line: number;
  readonly role: string | undefined;
  named: boolean;
}

/**
 * `users.csv`: pupils, and the contacts that they name. Contacts may stand before or behind their pupils, so users who
 * may be contacts are held.
 */
export class UsersReader {
  readonly #context: FileContext;
  readonly #table: Table;
  readonly #sink: Sink;
  readonly #held = new Map<string, HeldUser>();
  /** Pupils by the ids of contacts that have not come yet. */
  readonly #waiting = new Map<string, { readonly pupil: string; readonly school: string | undefined }[]>();
  #waitingCount = 0;

  constructor(context: FileContext, table: Table, sink: Sink) {
    this.#context = context;
    this.#table = table;
    this.#sink = sink;
  }

  read(cells: readonly string[], line: number): void {
    const context = this.#context;
    const draft = new RowDraft(context, this.#table, cells, line);
    const id = draft.peek('sourcedId');
    const role = this.#roleOf(draft, id);
    if (draft.peek('password') !== undefined && context.once('oneroster-password-left-out'))
      this.#sink.put(undefined, [
        context.issue('oneroster-password-left-out', { line, columnName: 'password' }, { field: 'password' }),
      ]);
    if (role === 'student' || (role === undefined && looksLikePupil(draft))) this.#pupil(draft);
    else if (id !== undefined && (role === undefined || CONTACT_ROLES.has(role)))
      this.#agent(id, draft, role);
    else if (role === undefined) this.#sink.put(undefined, draft.unreadable('pupil', 'sourcedId'));
    else if (context.once('oneroster-staff-unread'))
      this.#sink.put(undefined, [context.issue('oneroster-staff-unread', { line })]);
  }

  end(): void {
    const context = this.#context;
    for (const { named, role, line } of this.#held.values()) {
      if (named) continue;
      const code = role === undefined ? 'oneroster-role-unknown' : 'oneroster-contact-unnamed';
      if (context.once(code)) this.#sink.put(undefined, [context.issue(code, { line })]);
    }
    if (this.#waiting.size > 0)
      this.#sink.put(undefined, [context.issue('oneroster-agent-missing', {}, { field: 'agentSourcedIds' })]);
  }

  #roleOf(draft: RowDraft, id: string | undefined): string | undefined {
    const own = draft.peek('role') ?? (id === undefined ? undefined : this.#context.links.role(id)?.role);
    return own?.toLowerCase();
  }

  #pupil(draft: RowDraft): void {
    const context = this.#context;
    const id = draft.peek('sourcedId');
    const link = id === undefined ? undefined : context.links.role(id);
    const org = draft.peek('primaryOrgSourcedId') ?? draft.list('orgSourcedIds')[0] ?? link?.org;
    const attended = context.schoolOf(org);
    const school = attended ?? context.options.school;
    const pupil: Pupil = {
      kind: 'pupil',
      key: '',
      ...(school === undefined ? {} : { school }),
      provenance: draft.provenance,
    };
    const upn = readIds(pupil, draft);
    if (upn !== undefined) pupil.upn = upn;
    readNames(pupil, draft);
    readReach(pupil, draft);
    const key = pupilKey({ ...pupil, supplierId: id });
    if (key === undefined) {
      this.#sink.put(undefined, draft.unreadable('pupil', 'sourcedId'));
      return;
    }
    pupil.key = key;
    if (id !== undefined) context.links.addPupil(id, key);
    if (org !== undefined && attended === undefined) draft.keep('orgSourcedId', org);
    draft.keepColumns('enabledUser', 'username', 'preferredMiddleName', 'pronouns', 'resourceSourcedIds');
    draft.keepUnknown();
    const grades = draft.list('grades');
    const enrolment = this.#enrolment(draft, grades, key, school);
    const items = draft.finish(pupil);
    items.push(...enrolment);
    for (const agent of new Set(draft.list('agentSourcedIds'))) {
      const held = this.#held.get(agent);
      if (held !== undefined) items.push(...this.#contact(agent, held, key, school));
      else if (this.#waitingCount < MOST_HELD) {
        const list = this.#waiting.get(agent) ?? [];
        list.push({ pupil: key, school });
        this.#waiting.set(agent, list);
        this.#waitingCount++;
      } else items.push(...this.#tooMany(draft.line));
    }
    this.#sink.put(key, items);
  }

  /** The year group makes a registration; its first day is in roles.csv, where there is one. */
  #enrolment(
    draft: RowDraft,
    grades: readonly string[],
    pupil: string,
    school: string | undefined,
  ): readonly Item[] {
    const [grade] = grades;
    if (grade === undefined) return [];
    const own = new RowDraft(this.#context, draft.table, draft.cells, draft.line);
    const yearGroup = readYearGroup(grade);
    const id = draft.peek('sourcedId');
    const entryDate = id === undefined ? undefined : this.#context.links.role(id)?.entryDate;
    const raw = draft.raw('grades');
    if (yearGroup === undefined) {
      own.sent('yearGroup', raw);
      if (this.#context.once('oneroster-year-unreadable', grade))
        own.issue('oneroster-year-unreadable', 'yearGroup', 'grades', grade);
    } else if (yearGroup !== raw) own.sent('yearGroup', raw);
    return own.finish({
      kind: 'enrolment',
      key: enrolmentKey(pupil, { attended: school, entryDate }),
      ...(school === undefined ? {} : { school, attended: school }),
      provenance: own.provenance,
      pupilKey: pupil,
      current: true,
      ...(entryDate === undefined ? {} : { entryDate }),
      ...(yearGroup === undefined ? {} : { yearGroup }),
    });
  }

  #agent(id: string, draft: RowDraft, role: string | undefined): void {
    if (this.#held.has(id)) {
      // A second row of the same user says nothing that the first didn't
      return;
    }
    const held: HeldUser = { cells: draft.cells, line: draft.line, role, named: false };
    for (const { pupil, school } of this.#waiting.get(id) ?? []) {
      this.#sink.put(pupil, this.#contact(id, held, pupil, school));
      this.#waitingCount--;
    }
    this.#waiting.delete(id);
    if (this.#held.size < MOST_HELD) this.#held.set(id, held);
    else this.#sink.put(undefined, this.#tooMany(draft.line));
  }

  #contact(id: string, held: HeldUser, pupil: string, school: string | undefined): Item[] {
    held.named = true;
    const draft = new RowDraft(this.#context, this.#table, held.cells, held.line);
    const contact: Contact = {
      kind: 'contact',
      key: contactKey(pupil, { supplierId: id }),
      ...(school === undefined ? {} : { school }),
      provenance: draft.provenance,
      pupilKey: pupil,
      supplierIds: { sourcedId: id },
    };
    const surname = draft.text('surname', 'familyName');
    const forename = draft.text('forename', 'givenName');
    const middleNames = draft.text('middleNames', 'middleName');
    if (surname !== undefined) contact.surname = surname;
    if (forename !== undefined) contact.forename = forename;
    if (middleNames !== undefined) contact.middleNames = middleNames;
    readReach(contact, draft);
    const code = held.role === undefined ? undefined : relationships.read(held.role);
    if (code !== undefined) {
      contact.relationship = code;
      draft.sent('relationship', held.role as string);
    } else if (held.role !== undefined) draft.keep('role', held.role);
    draft.keepColumns('enabledUser', 'username', 'userIds', 'identifier', 'userMasterIdentifier', 'pronouns');
    draft.keepColumns('preferredGivenName', 'preferredFamilyName', 'orgSourcedIds', 'primaryOrgSourcedId');
    draft.keepUnknown();
    return draft.finish(contact);
  }

  #tooMany(line: number): Item[] {
    return this.#context.once('oneroster-too-many')
      ? [this.#context.issue('oneroster-too-many', { line }, { field: 'agentSourcedIds' })]
      : [];
  }
}

/** Where no role is known: pupils have grades, contacts or a UPN. */
function looksLikePupil(draft: RowDraft): boolean {
  if (draft.peek('grades') !== undefined || draft.peek('agentSourcedIds') !== undefined) return true;
  return readIds({}, new RowDraft(draft.context, draft.table, draft.cells, draft.line)) !== undefined;
}

function readNames(pupil: Pupil, draft: RowDraft): void {
  const surname = draft.text('surname', 'familyName');
  const forename = draft.text('forename', 'givenName');
  const middleNames = draft.text('middleNames', 'middleName');
  const preferredSurname = draft.text('preferredSurname', 'preferredFamilyName');
  const preferredForename = draft.text('preferredForename', 'preferredGivenName');
  if (surname !== undefined) pupil.surname = surname;
  if (forename !== undefined) pupil.forename = forename;
  if (middleNames !== undefined) pupil.middleNames = middleNames;
  if (preferredSurname !== undefined) pupil.preferredSurname = preferredSurname;
  if (preferredForename !== undefined) pupil.preferredForename = preferredForename;
}
