import { writeAudit } from '../audit/write-audit.js';
import { forgetPseudonyms, identitiesOf } from '../audit/pseudonyms.js';
import { LoaderError } from '../errors.js';
import { tableOf } from '../kind-tables.js';
import { lockAllSchools, lockMatching } from '../locks.js';
import type { PupilPlace } from '../pupils/records-of-pupils.js';
import type { SqlValue, Store, StoreSession } from '../store.js';
import { erasePlaces } from '../subject-access/erase-places.js';
import { noteRemoval } from './note-removal.js';
import {
  retentionDates,
  retentionPolicySchema,
  type RetainedKind,
  type RetentionPolicy,
  type RetentionPolicyInput,
} from './retention-policy.js';

export interface RetentionOptions {
  /** As of this moment: ISO 8601. */
  readonly at: string;
  readonly by: string;
  /** Counts what would go, and changes nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

export interface RetentionResult {
  readonly dryRun: boolean;
  /** Pupils that went with all that was about them. */
  readonly pupils: number;
  /** Single records, by kind. */
  readonly records: Readonly<Partial<Record<RetainedKind, number>>>;
  readonly versions: number;
  readonly conflicts: number;
  readonly quarantine: number;
  readonly issues: number;
}

/** Rows of one transaction. */
const ROWS = 20_000;
const PUPILS = 200;

/**
 * Removes what has been kept long enough, in transactions of at most 20,000 rows, each with an entry of its own in
 * the audit trail; so what was done stands there also when it is stopped half way, and it may be run again.
 *
 * @throws LoaderError `invalid-decision` when nobody signs it, `invalid-option` for a moment that is none, the
 *   signal's reason, and ZodError for a policy that is none.
 */
export async function applyRetention(
  store: Store,
  policyInput: RetentionPolicyInput,
  options: RetentionOptions,
): Promise<RetentionResult> {
  const policy = retentionPolicySchema.parse(policyInput);
  if (options.by.trim() === '')
    throw new LoaderError('invalid-decision', 'It needs the name of who orders it.');
  if (Number.isNaN(Date.parse(options.at))) throw new LoaderError('invalid-option', '`at` is no moment.');
  const run = new Run(store, { ...options, at: new Date(options.at).toISOString() });
  const pupils = await run.pupils(policy.pupils);
  const records: Partial<Record<RetainedKind, number>> = {};
  for (const [kind, years] of Object.entries(policy.records) as [RetainedKind, number][]) {
    const columns = retentionDates[kind].map((column) => `t.${column}`).join(', ');
    const count = await run.rows(kind, tableOf(kind), `coalesce(${columns}) < ${ago('years')}::date`, years);
    records[kind] = count;
  }
  const rest = async (
    what: string,
    table: string,
    where: (than: string) => string,
    unit: 'years' | 'days',
    amount: number | null,
  ): Promise<number> =>
    amount === null || !(await run.isThere(table)) ? 0 : run.rows(what, table, where(ago(unit)), amount);
  const { versionYears, conflictYears, quarantineDays, issueDays } = policy;
  const loadedBefore = (column: string) => (than: string) =>
    `EXISTS (SELECT FROM rollbook.file_load f WHERE f.load_id = t.${column} AND f.finished_at < ${than})`;
  return {
    dryRun: options.dryRun === true,
    pupils,
    records,
    versions: await rest(
      'version',
      'rollbook.record_version',
      (than) => `t.replaced_at < ${than}`,
      'years',
      versionYears,
    ),
    conflicts: await rest(
      'conflict',
      'rollbook.conflict',
      (than) => `t.state <> 'open' AND t.decided_at < ${than}`,
      'years',
      conflictYears,
    ),
    quarantine: await rest(
      'quarantine',
      'rollbook.quarantine',
      loadedBefore('last_load_id'),
      'days',
      quarantineDays,
    ),
    issues: await rest('issue', 'rollbook.issue', loadedBefore('load_id'), 'days', issueDays),
  };
}

/** So long before the moment, with `$1` the moment and `$2` how many. */
const ago = (unit: 'years' | 'days'): string => `($1::timestamptz - make_interval(${unit} => $2::int))`;

class Run {
  constructor(
    private readonly store: Store,
    private readonly options: RetentionOptions,
  ) {}

  async isThere(table: string): Promise<boolean> {
    const [row] = await this.store.read<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
      table,
    ]);
    return row?.there === true;
  }

  /** @returns how many rows go, or would. */
  async rows(what: string, table: string, where: string, amount: number): Promise<number> {
    const { at, by, dryRun, signal } = this.options;
    const values: SqlValue[] = [at, amount];
    signal?.throwIfAborted();
    if (dryRun) return this.count(`SELECT count(*) AS n FROM ${table} t WHERE ${where}`, values);
    let total = 0;
    for (;;) {
      signal?.throwIfAborted();
      const gone = await this.store.transaction(async (session) => {
        // A load that merges at this moment may touch the same rows in another order.
        await lockAllSchools(session);
        const { affected } = await session.query(
          `DELETE FROM ${table} t WHERE t.ctid IN (SELECT t.ctid FROM ${table} t WHERE ${where} LIMIT ${ROWS})`,
          values,
        );
        if (affected > 0) {
          await noteRemoval(session, null);
          await writeAudit(session, {
            action: 'retention',
            actor: by,
            details: { what, rows: affected, at, amount },
          });
        }
        return affected;
      });
      total += gone;
      if (gone < ROWS) return total;
    }
  }

  /** Pupils with all that is about them. */
  async pupils({ yearsAfterBirth, yearsAfterLeaving }: RetentionPolicy['pupils']): Promise<number> {
    if (yearsAfterBirth === null && yearsAfterLeaving === null) return 0;
    const { at, by, dryRun, signal } = this.options;
    const where = `
      ($2::int IS NULL OR p.birth_date < ${ago('years')}::date)
      AND ($3::int IS NULL OR EXISTS (
        SELECT FROM rollbook.enrolment e WHERE e.school = p.school AND e.pupil_key = p.key
        HAVING count(*) > 0 AND count(*) = count(e.leaving_date)
          AND max(e.leaving_date) < ($1::timestamptz - make_interval(years => $3::int))::date))`;
    const values: SqlValue[] = [at, yearsAfterBirth, yearsAfterLeaving];
    if (dryRun) return this.count(`SELECT count(*) AS n FROM rollbook.pupil p WHERE ${where}`, values);
    let total = 0;
    for (;;) {
      signal?.throwIfAborted();
      const gone = await this.store.transaction(async (session) => {
        await lockMatching(session);
        await lockAllSchools(session);
        const { rows: places } = await session.query<{ school: string; key: string; upn: string | null }>(
          `SELECT school, key, upn FROM rollbook.pupil p WHERE ${where} ORDER BY school, key LIMIT ${PUPILS}`,
          values,
        );
        if (places.length > 0) await this.eraseAll(session, places, { by, at });
        return places.length;
      });
      total += gone;
      if (gone < PUPILS) return total;
    }
  }

  private async eraseAll(
    session: StoreSession,
    places: readonly (PupilPlace & { upn: string | null })[],
    { by, at }: { by: string; at: string },
  ): Promise<void> {
    const { rows, persons } = await erasePlaces(session, { places, upns: [] });
    await writeAudit(session, {
      action: 'retention',
      actor: by,
      details: { what: 'pupil', pupils: places.length, rows, at },
    });
    await forgetPseudonyms(
      session,
      [...places, ...persons.map((personId) => ({ personId }))].flatMap(identitiesOf),
    );
  }

  private async count(sql: string, values: readonly SqlValue[]): Promise<number> {
    const [row] = await this.store.read<{ n: number | string }>(sql, values);
    return Number(row?.n ?? 0);
  }
}
