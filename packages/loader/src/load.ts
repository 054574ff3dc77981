import type { FileProvenance, Place, RecordKind } from '@rollbook/model';
import type { Batch } from '@rollbook/parser-kit';
import {
  completeEntry,
  findRepeated,
  knowsSize,
  openEntry,
  readEntry,
  writeFailure,
  writeSchools,
} from './ledger.js';
import { isFileInput, type LoadInput, type LoadOptions } from './load-options.js';
import { mergeFile, noFile, type Balance, type LoadResult, type LoadedFile } from './load-result.js';
import { mergeStaged } from './merge.js';
import { Staging } from './staging.js';
import type { Store, StoreSession } from './store.js';
import { decodeText } from './store-text.js';
import { untilAborted } from './until-aborted.js';

/** Rises when the loader itself would judge the same items differently, so that no file is skipped by mistake. */
const RULES = 1;

/** One load: see {@link Loader.load}. */
export async function load(store: Store, input: LoadInput, options: LoadOptions): Promise<LoadResult> {
  const started = performance.now();
  const startedAt = new Date();
  const fingerprint = fingerprintOf(input, options);
  const progress = new Progress(options, input);
  /** What is known of the file so far, by `tell`. */
  let file = mergeFile(knownFile(input), options.file);
  const tell = (facts: Partial<FileProvenance> | undefined): void => {
    // The caller's own word comes last and counts most.
    file = mergeFile(mergeFile(file, facts), options.file);
  };
  try {
    const result = await store.transaction(async (session) => {
      options.signal?.throwIfAborted();
      const loadId = await openEntry(session, startedAt, fingerprint);
      tell(await digestBefore(session, input, file));
      if (file.sha256 !== null && !options.again) {
        const previous = await findRepeated(session, file.sha256, fingerprint, loadId);
        if (previous !== null) return skip(session, loadId, previous, file);
      }
      return takeIn(session, loadId, { input, options, fingerprint, progress, tell, file: () => file });
    });
    return { ...result, seconds: (performance.now() - started) / 1000 };
  } catch (error) {
    const { code, place } = failureOf(error, options.signal);
    if (code !== 'aborted') tell(await digestOfFailed(input).catch(() => undefined));
    const failure = { startedAt, fingerprint, file, school: options.school ?? null, code, place };
    // What went wrong first is what the caller must hear of, also when the store is beyond a ledger row.
    await writeFailure(store, failure).catch(() => undefined);
    throw error;
  }
}

interface Run {
  readonly input: LoadInput;
  readonly options: LoadOptions;
  readonly fingerprint: string;
  readonly progress: Progress;
  readonly tell: (facts: Partial<FileProvenance> | undefined) => void;
  readonly file: () => LoadedFile;
}

type Outcome = Omit<LoadResult, 'seconds'>;

async function takeIn(session: StoreSession, loadId: number, run: Run): Promise<Outcome> {
  const { input, options, fingerprint, progress, tell } = run;
  await session.run(`SET LOCAL work_mem = '64MB'`);
  const staging = await Staging.open(session, options.school);
  for await (const batch of untilAborted(batchesOf(input, options, progress), options.signal)) {
    await staging.add(batch);
    tell(staging.file);
    progress.tell('read', staging);
  }
  await staging.finish();
  tell(staging.file);
  tell(await digestAfter(input));
  options.signal?.throwIfAborted();

  progress.tell('merge', staging);
  const byKind = await mergeStaged(session, staging, loadId, options.signal);
  await session.query(
    `INSERT INTO rollbook.issue (load_id, ordinal, severity, code, kind, key, issue)
     SELECT $1::bigint, row_number() OVER (ORDER BY seq), severity, code, kind, key, issue::jsonb
     FROM stage_issue`,
    [loadId],
  );
  const file = run.file();
  const repeatOf =
    file.sha256 === null ? null : await findRepeated(session, file.sha256, fingerprint, loadId);
  await writeSchools(session, loadId, staging.schools);
  const figures = {
    ...sum(byKind.values()),
    file,
    school: soleSchool(staging, options.school),
    repeatOf,
    skipped: false,
    issues: { ...staging.issues },
  };
  await completeEntry(session, loadId, figures, byKind);
  options.signal?.throwIfAborted();
  return { loadId, ...figures, byKind: Object.fromEntries(byKind), sha256: file.sha256 };
}

/**
 * The same file as a load before, with nothing in between: what was loaded then is unchanged now, and what
 * was quarantined would be again.
 */
async function skip(
  session: StoreSession,
  loadId: number,
  previous: number,
  file: LoadedFile,
): Promise<Outcome> {
  const before = await readEntry(session, previous);
  if (!before) throw new Error('The ledger lost a row within a transaction.');
  const byKind = new Map<RecordKind, Balance>();
  for (const [kind, { received, quarantined }] of Object.entries(before.byKind)) {
    const balance = { received, loaded: 0, unchanged: received - quarantined, quarantined };
    byKind.set(kind as RecordKind, balance);
  }
  await session.query(
    `INSERT INTO rollbook.file_load_school (load_id, school)
     SELECT $1::bigint, school FROM rollbook.file_load_school WHERE load_id = $2`,
    [loadId, previous],
  );
  const figures = {
    ...sum(byKind.values()),
    file: mergeFile(before.file, presentOnly(file)),
    school: before.school,
    repeatOf: previous,
    skipped: true,
    issues: before.issues,
  };
  await completeEntry(session, loadId, figures, byKind);
  return { loadId, ...figures, byKind: Object.fromEntries(byKind), sha256: figures.file.sha256 };
}

function presentOnly(file: LoadedFile): Partial<FileProvenance> {
  return Object.fromEntries(Object.entries(file).filter(([, value]) => value !== null));
}

function sum(balances: Iterable<Balance>): Balance {
  const total = { received: 0, loaded: 0, unchanged: 0, quarantined: 0 };
  for (const balance of balances) {
    total.received += balance.received;
    total.loaded += balance.loaded;
    total.unchanged += balance.unchanged;
    total.quarantined += balance.quarantined;
  }
  return total;
}

function soleSchool(staging: Staging, named: string | undefined): string | null {
  const [school, ...others] = staging.schools;
  return school && others.length === 0 ? decodeText(school) : (named ?? null);
}

function fingerprintOf(input: LoadInput, options: LoadOptions): string {
  const pipeline = options.pipeline ?? (isFileInput(input) ? input.parser.id : '');
  return JSON.stringify([RULES, pipeline, options.school ?? '']);
}

function knownFile(input: LoadInput): LoadedFile {
  if (!isFileInput(input)) return noFile;
  const { source, parser } = input;
  return mergeFile(noFile, {
    ...(source.name === undefined ? {} : { name: source.name }),
    size: source.size,
    supplier: parser.supplier,
    format: parser.id,
    ...source.knownDigest,
  });
}

/** Reads a file for its digest before it is parsed, if it can be read again and looks like a repeat. */
async function digestBefore(
  session: StoreSession,
  input: LoadInput,
  file: LoadedFile,
): Promise<Partial<FileProvenance> | undefined> {
  if (!isFileInput(input) || file.sha256 !== null) return undefined;
  const { source } = input;
  if (!source.repeatable || source.size === null || !(await knowsSize(session, source.size)))
    return undefined;
  return source.digest();
}

async function digestAfter(input: LoadInput): Promise<Partial<FileProvenance> | undefined> {
  if (!isFileInput(input)) return undefined;
  // A parser may stop before the last byte of a stream; then there is no digest.
  return input.source.knownDigest ?? (await input.source.digest().catch(() => undefined));
}

/** So that the ledger can say which file it was that failed. */
async function digestOfFailed(input: LoadInput): Promise<Partial<FileProvenance> | undefined> {
  if (!isFileInput(input)) return undefined;
  return input.source.knownDigest ?? (input.source.repeatable ? input.source.digest() : undefined);
}

function batchesOf(input: LoadInput, options: LoadOptions, progress: Progress): AsyncIterable<Batch> {
  if (!isFileInput(input)) return input;
  const { source, parser, parseOptions, through } = input;
  const batches = parser.parse(source, {
    ...parseOptions,
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: (bytesRead) => {
      progress.bytesRead = bytesRead;
      parseOptions?.onProgress?.(bytesRead);
    },
  });
  return through ? through(batches) : batches;
}

/** Why a load failed, with nothing from the file: a code and how far reading came. */
function failureOf(error: unknown, signal: AbortSignal | undefined): { code: string; place: Place } {
  if (signal?.aborted) return { code: 'aborted', place: {} };
  // By name and not by instanceof: the ESM and CJS builds of parser-kit each have a class of their own.
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    if (error.name === 'UnreadableInputError') {
      return { code: error.code, place: ('place' in error ? error.place : {}) as Place };
    }
    if (error.name === 'LoaderError') return { code: error.code, place: {} };
  }
  return { code: 'unexpected', place: {} };
}

class Progress {
  bytesRead: number | null = null;
  private readonly bytes: number | null;
  private readonly report: LoadOptions['onProgress'];

  constructor(options: LoadOptions, input: LoadInput) {
    this.report = options.onProgress;
    this.bytes = options.file?.size ?? (isFileInput(input) ? input.source.size : null);
  }

  tell(phase: 'read' | 'merge', { total, issues }: Staging): void {
    this.report?.({
      phase,
      received: total,
      issues: issues.error + issues.query + issues.info,
      bytesRead: this.bytesRead,
      bytes: this.bytes,
    });
  }
}
