import type { FileProvenance, Place, RecordKind } from '@rollbook/model';
import type { Batch } from '@rollbook/parser-kit';
import { asOfOf } from './as-of.js';
import { auditLoad } from './audit/audit-load.js';
import { finishPackage, sum, type Outcome } from './finish-package.js';
import { completeEntry, findRepeated, knowsSize, openEntry, readEntry } from './ledger.js';
import { isFileInput, type LoadInput, type LoadOptions } from './load-options.js';
import { failPackage, interrupted, markStaged, readSchools, takePackage } from './load-package.js';
import { mergeFile, noFile, type Balance, type LoadResult, type LoadedFile } from './load-result.js';
import type { LoaderSettings } from './loader-settings.js';
import { lockSchools } from './locks.js';
import { Staging } from './staging.js';
import type { Release, Store, StoreSession } from './store.js';
import { decodeText } from './store-text.js';
import { untilAborted } from './until-aborted.js';

/** Rises when the loader itself would judge the same items differently, so that no file is skipped by mistake. */
const RULES = 1;

/** One load: see {@link Loader.load}. */
export async function load(
  store: Store,
  input: LoadInput,
  options: LoadOptions,
  settings: LoaderSettings = {},
): Promise<LoadResult> {
  const started = performance.now();
  const startedAt = new Date();
  const fingerprint = fingerprintOf(input, options);
  /** What is known of the file so far, by `tell`. */
  let file = mergeFile(knownFile(input), options.file);
  const tell = (facts: Partial<FileProvenance> | undefined): void => {
    // The caller's own word comes last and counts most.
    file = mergeFile(mergeFile(file, facts), options.file);
  };
  const school = options.school ?? null;
  const { loadId, release } = await receive(store, {
    ...{ startedAt, fingerprint, file, school, scope: options.scope ?? 'partial' },
    asOf: asOfOf(options.asOf, undefined, startedAt),
  });
  try {
    options.signal?.throwIfAborted();
    tell(await digestBefore(store, input, file));
    const skipped = options.again ? null : await skipRepeated(store, loadId, fingerprint, file);
    let outcome = skipped;
    if (!outcome) {
      const progress = new Progress(options, input);
      await store.transaction((session) =>
        stage(session, loadId, { input, options, startedAt, progress, tell, file: () => file }),
      );
      progress.tell('merge');
      outcome = await finishPackage(store, loadId, settings, options.signal);
    }
    return { ...outcome, seconds: (performance.now() - started) / 1000 };
  } catch (error) {
    const { code, place } = failureOf(error, options.signal);
    if (code !== 'aborted') tell(await digestOfFailed(input).catch(() => undefined));
    // What went wrong first is what the caller must hear of, also when the store is beyond a ledger row; then
    // `resume` will find the package.
    await store
      .transaction((session) => failPackage(session, loadId, { file, school, code, place }))
      .catch(() => undefined);
    throw error;
  } finally {
    await release();
  }
}

/** Opens the package, claimed before anyone else can see it. */
async function receive(
  store: Store,
  entry: Parameters<typeof openEntry>[1],
): Promise<{ loadId: number; release: Release }> {
  let release: Release | undefined;
  try {
    return await store.transaction(async (session) => {
      const loadId = await openEntry(session, entry);
      release = await store.claim(loadId);
      if (!release) throw interrupted();
      return { loadId, release };
    });
  } catch (error) {
    await release?.();
    throw error;
  }
}

interface Run {
  readonly input: LoadInput;
  readonly options: LoadOptions;
  readonly startedAt: Date;
  readonly progress: Progress;
  readonly tell: (facts: Partial<FileProvenance> | undefined) => void;
  readonly file: () => LoadedFile;
}

/** Takes the items into tables of the load's own, and remembers all that the steps after it need. */
async function stage(session: StoreSession, loadId: number, run: Run): Promise<void> {
  const { input, options, progress, tell } = run;
  const staging = await Staging.open(session, loadId, options.school);
  for await (const batch of untilAborted(batchesOf(input, options, progress), options.signal)) {
    await staging.add(batch);
    tell(staging.file);
    progress.count(staging);
    progress.tell('read');
  }
  await staging.finish();
  tell(staging.file);
  tell(await digestAfter(input));
  options.signal?.throwIfAborted();
  await markStaged(session, loadId, {
    file: run.file(),
    school: soleSchool(staging, options.school),
    received: staging.received,
    issues: staging.issues,
    schools: staging.schools,
    asOf: asOfOf(options.asOf, options.file?.createdAt ?? staging.file?.createdAt, run.startedAt),
  });
}

/** When the file says that it was made. */

/**
 * The same file as a load before, with nothing in between: what was loaded then is unchanged now, and what
 * was quarantined would be again.
 *
 * @returns null when it is no such file.
 */
async function skipRepeated(
  store: Store,
  loadId: number,
  fingerprint: string,
  file: LoadedFile,
): Promise<Outcome | null> {
  const { sha256 } = file;
  if (sha256 === null) return null;
  return store.transaction(async (session) => {
    const guess = await findRepeated(session, sha256, fingerprint, loadId);
    if (guess === null) return null;
    const schools = await readSchools(session, guess);
    await lockSchools(session, schools);
    const { state, asOf, scope } = await takePackage(session, loadId);
    if (state !== 'received') throw interrupted();
    const previous = await findRepeated(session, sha256, fingerprint, loadId);
    return previous === guess ? skip(session, { loadId, previous, file, asOf, scope }) : null;
  });
}

async function skip(
  session: StoreSession,
  repeat: Pick<Outcome, 'loadId' | 'file' | 'asOf' | 'scope'> & { previous: number },
): Promise<Outcome> {
  const { loadId, previous, file, asOf, scope } = repeat;
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
    outdated: before.outdated,
    closed: 0,
    issues: before.issues,
  };
  await completeEntry(session, loadId, figures, byKind);
  const outcome = {
    ...{ loadId, ...figures, asOf, scope },
    byKind: Object.fromEntries(byKind),
    sha256: figures.file.sha256,
  };
  await auditLoad(session, outcome);
  return outcome;
}

function presentOnly(file: LoadedFile): Partial<FileProvenance> {
  return Object.fromEntries(Object.entries(file).filter(([, value]) => value !== null));
}

function soleSchool(staging: Staging, named: string | undefined): string | null {
  const [school, ...others] = staging.schools;
  return school && others.length === 0 ? decodeText(school) : (named ?? null);
}

function fingerprintOf(input: LoadInput, options: LoadOptions): string {
  const pipeline = options.pipeline ?? (isFileInput(input) ? input.parser.id : '');
  // What a caller says of the file beside its bytes counts too; without it the text is as it always was.
  const told = [options.asOf ?? '', options.scope ?? 'partial'];
  const more = told.join() === ',partial' ? [] : told;
  return JSON.stringify([RULES, pipeline, options.school ?? '', ...more]);
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
  store: Store,
  input: LoadInput,
  file: LoadedFile,
): Promise<Partial<FileProvenance> | undefined> {
  if (!isFileInput(input) || file.sha256 !== null) return undefined;
  const { source } = input;
  if (!source.repeatable || source.size === null || !(await knowsSize(store, source.size))) return undefined;
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
  private received = 0;
  private issues = 0;
  private readonly bytes: number | null;
  private readonly report: LoadOptions['onProgress'];

  constructor(options: LoadOptions, input: LoadInput) {
    this.report = options.onProgress;
    this.bytes = options.file?.size ?? (isFileInput(input) ? input.source.size : null);
  }

  count({ total, issues }: Staging): void {
    this.received = total;
    this.issues = issues.error + issues.query + issues.info;
  }

  tell(phase: 'read' | 'merge'): void {
    this.report?.({
      phase,
      received: this.received,
      issues: this.issues,
      bytesRead: this.bytesRead,
      bytes: this.bytes,
    });
  }
}
