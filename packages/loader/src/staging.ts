import { hash } from 'node:crypto';
import { isRecordKind, type CanonicalRecord, type FileProvenance, type RecordKind } from '@rollbook/model';
import { isRecord, type Batch, type Issue, type Severity } from '@rollbook/parser-kit';
import { canonicalJson, contentJson } from './canonical-json.js';
import { COPY_NULL, copyJson, copyValue } from './copy-text.js';
import { LoaderError } from './errors.js';
import { columnsOf, columnText } from './kind-tables.js';
import { STAGE_SCHEMA, StageTables } from './load-context.js';
import type { StoreSession } from './store.js';
import { encodeText, storeKey, storeSchool } from './store-text.js';

/** They live for one load; a vacuum would come too late, and hold up their end. */
const NO_VACUUM = 'WITH (autovacuum_enabled = false)';

/** Characters of COPY text that are gathered before they go to the store: for one table, and for all. */
const TABLE_CHUNK = 1 << 20;
const TOTAL_CHUNK = 1 << 22;

const RECORD_COLUMNS = ['seq', 'school', 'key', 'pupil_key', 'content_hash', 'place', 'record'] as const;
const ISSUE_COLUMNS = ['seq', 'severity', 'code', 'kind', 'key', 'issue'] as const;

/**
 * Takes batches into the load's own tables: one per kind that occurs, and one for issues. They stay until the
 * load is merged or has failed. They write no log, and so are empty after a crash of the server; the counts
 * beside the ledger row tell. Memory holds no more than a few megabytes of text, the counts, and the set of
 * schools.
 */
export class Staging {
  readonly received = new Map<RecordKind, number>();
  readonly issues: Record<Severity, number> = { error: 0, query: 0, info: 0 };
  /** As the store's column has them; the empty string for records of no known school. */
  readonly schools = new Set<string>();
  /** The file as the first record names it; shared with the parser, which completes it at the end. */
  file: FileProvenance | undefined;
  total = 0;

  private readonly chunks: Map<string, { columns: readonly string[]; rows: string }>;
  private gathered = 0;
  /** The COPY that is on its way: the next rows are made while the server takes these. */
  private sending: Promise<void> | undefined;
  private sequence = 0;
  private readonly encodedSchools = new Map<string | undefined, string>();

  private constructor(
    private readonly session: StoreSession,
    private readonly stages: StageTables,
    private readonly defaultSchool: string | undefined,
  ) {
    this.chunks = new Map([[stages.issues, { columns: ISSUE_COLUMNS, rows: '' }]]);
  }

  /** @param defaultSchool LAESTAB for records that name none. */
  static async open(
    session: StoreSession,
    loadId: number,
    defaultSchool: string | undefined,
  ): Promise<Staging> {
    const stages = new StageTables(loadId);
    await dropStages(session, loadId);
    await session.run(`
      CREATE UNLOGGED TABLE ${stages.issues} (
        seq bigint NOT NULL, severity text NOT NULL, code text NOT NULL,
        kind text, key text COLLATE "C", issue text NOT NULL) ${NO_VACUUM}`);
    return new Staging(session, stages, defaultSchool);
  }

  /** @throws LoaderError `invalid-item`. */
  async add(batch: Batch): Promise<void> {
    // Awaits only when something goes to the store: an await for each item costs more than the item.
    for (const item of batch) {
      if (typeof item !== 'object' || (item as object | null) === null) throw invalidItem('is no object');
      let table = this.stages.issues;
      if (isRecord(item)) {
        if (!isRecordKind(item.kind)) throw invalidItem('is of an unknown kind');
        table = this.stages.of(item.kind);
        if (!this.chunks.has(table)) await this.createStage(item.kind);
        this.gather(table, this.recordRow(item));
      } else {
        this.gather(table, this.issueRow(item));
      }
      if (this.gathered >= TOTAL_CHUNK) await this.flushAll();
      else if ((this.chunks.get(table)?.rows.length ?? 0) >= TABLE_CHUNK) await this.flush(table);
    }
  }

  /** Sends what is still gathered, and lets the store's planner see how much there is. */
  async finish(): Promise<void> {
    await this.flushAll();
    await this.sent();
    for (const table of this.chunks.keys()) await this.session.run(`ANALYZE ${table}`);
  }

  private recordRow(record: CanonicalRecord): string {
    const { kind, key, provenance } = record;
    if (typeof key !== 'string' || key === '') throw invalidItem(`of kind ${kind} has no key`);
    const pupilKey = 'pupilKey' in record ? record.pupilKey : undefined;
    if (typeof pupilKey !== 'string' && isAboutPupil(kind))
      throw invalidItem(`of kind ${kind} has no pupilKey`);
    if (!(provenance as typeof provenance | undefined)?.place)
      throw invalidItem(`of kind ${kind} has no provenance`);

    this.received.set(kind, (this.received.get(kind) ?? 0) + 1);
    this.total++;
    this.file ??= provenance.file;

    const json = contentJson(record);
    // Half of a SHA-256 is ample to tell apart the versions of one record, and halves the column.
    const contentHash = hash('sha256', json).slice(0, 32);
    let row =
      `${this.sequence++}\t${this.schoolText(record.school)}\t${copyValue(storeKey(key))}\t` +
      `${pupilKey === undefined ? COPY_NULL : copyValue(storeKey(pupilKey))}\t\\\\x${contentHash}\t` +
      `${copyJson(canonicalJson(provenance.place))}\t${copyJson(json)}`;
    for (const { field, type } of columnsOf(kind)) {
      row += `\t${columnText((record as unknown as Record<string, unknown>)[field], type)}`;
    }
    return row;
  }

  private issueRow(issue: Issue): string {
    if (typeof issue.code !== 'string' || !Object.hasOwn(this.issues, issue.severity)) {
      throw invalidItem('is neither a record nor an issue');
    }
    this.issues[issue.severity]++;
    const about = issue.record;
    return (
      `${this.sequence++}\t${issue.severity}\t${copyValue(encodeText(issue.code))}\t` +
      `${about ? copyValue(encodeText(about.kind)) : COPY_NULL}\t` +
      `${about ? copyValue(storeKey(about.key)) : COPY_NULL}\t${copyJson(canonicalJson(issue))}`
    );
  }

  private schoolText(school: string | undefined): string {
    let text = this.encodedSchools.get(school);
    if (text === undefined) {
      const column = storeSchool(school ?? this.defaultSchool);
      this.schools.add(column);
      text = copyValue(column);
      this.encodedSchools.set(school, text);
    }
    return text;
  }

  private async createStage(kind: RecordKind): Promise<void> {
    const own = columnsOf(kind).map(({ name, type }) => `, "${name}" ${type}`);
    await this.sent();
    await this.session.run(`
      CREATE UNLOGGED TABLE ${this.stages.of(kind)} (
        seq bigint NOT NULL, school text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL,
        pupil_key text COLLATE "C", content_hash bytea NOT NULL, place text NOT NULL, record text NOT NULL
        ${own.join('')}) ${NO_VACUUM}`);
    this.chunks.set(this.stages.of(kind), {
      columns: [...RECORD_COLUMNS, ...columnsOf(kind).map(({ name }) => name)],
      rows: '',
    });
  }

  private gather(table: string, row: string): void {
    const chunk = this.chunks.get(table);
    if (!chunk) return;
    chunk.rows += `${row}\n`;
    this.gathered += row.length + 1;
  }

  private async flushAll(): Promise<void> {
    for (const table of this.chunks.keys()) await this.flush(table);
  }

  private async flush(table: string): Promise<void> {
    const chunk = this.chunks.get(table);
    if (!chunk?.rows) return;
    const { rows } = chunk;
    chunk.rows = '';
    this.gathered -= rows.length;
    await this.sent();
    this.sending = this.session.copyIn(table, chunk.columns, rows);
    // Whoever waits for it next hears of a failure.
    this.sending.catch(() => undefined);
  }

  /** One statement at a time: nothing else may be asked of the session meanwhile. */
  private async sent(): Promise<void> {
    const { sending } = this;
    this.sending = undefined;
    await sending;
  }
}

/** Drops what there is of a load's tables. */
export async function dropStages(session: StoreSession, loadId: number): Promise<void> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = to_regnamespace('${STAGE_SCHEMA}') AND relkind = 'r' AND starts_with(relname, $1)`,
    [new StageTables(loadId).prefix],
  );
  if (rows.length === 0) return;
  await session.run(`DROP TABLE ${rows.map(({ name }) => `${STAGE_SCHEMA}."${name}"`).join(', ')}`);
}

/** Every record but a school, a pupil and what is unreadable hangs on a pupil. */
export function isAboutPupil(kind: RecordKind): boolean {
  return kind !== 'school' && kind !== 'pupil' && kind !== 'unreadable';
}

function invalidItem(what: string): LoaderError {
  return new LoaderError('invalid-item', `An item of a batch ${what}.`);
}
