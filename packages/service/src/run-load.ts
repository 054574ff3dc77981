import type { Loader, LoadProgress, LoadResult } from '@rollbook/loader';
import {
  detectParser,
  isRecord,
  openSource,
  UnreadableInputError,
  type Batch,
  type ParseOptions,
  type Parser,
} from '@rollbook/parser-kit';
import { todayInEngland, validate, type RuleSet } from '@rollbook/validate';
import type { StoredJob } from './job-store.js';
import type { Failure } from './wire.js';

export interface LoadDependencies {
  readonly loader: Loader;
  readonly parsers: readonly Parser[];
  readonly rules: RuleSet;
  /** Names the rules and the version of the service, for `pipeline` of a load. */
  readonly pipeline: string;
}

/** What a job does: finds the parser, checks the records, loads them. @throws what the load throws */
export async function runLoad(
  job: StoredJob,
  path: string,
  { loader, parsers, rules, pipeline }: LoadDependencies,
  signal: AbortSignal,
  onProgress: (progress: LoadProgress) => void,
): Promise<LoadResult> {
  const { settings, schools } = job;
  const source = await openSource(path, job.fileName === null ? {} : { name: job.fileName });
  const parser =
    settings.format === undefined
      ? (await detectParser(source, parsers)).parser
      : parsers.find(({ id }) => id === settings.format);
  if (!parser) {
    throw new UnreadableInputError('format-unknown', 'No parser has that id.', {
      help: `Known formats: ${parsers.map(({ id }) => id).join(', ')}.`,
    });
  }
  const asOf = settings.asOf ?? todayInEngland();
  const school = settings.school === undefined ? {} : { school: settings.school };
  // Parsers of lists put it into every record; the others take no notice.
  const parseOptions: ParseOptions & { school?: string } = school;
  return loader.load(
    {
      source,
      parser,
      parseOptions,
      through: (batches) =>
        validate(schools === '*' ? batches : onlySchools(batches, schools), { ...rules, asOf }),
    },
    { ...school, signal, onProgress, pipeline: `${parser.id}, ${pipeline}, rules as of ${asOf}` },
  );
}

/**
 * Lets through a file about these schools and stops at the first record of any other, so that nothing of the file is loaded: a
 * school's key must not write another school's pupils.
 */
export async function* onlySchools(
  batches: AsyncIterable<Batch>,
  schools: readonly string[],
): AsyncGenerator<Batch, void, undefined> {
  const allowed = new Set(schools);
  for await (const batch of batches) {
    for (const item of batch) {
      if (isRecord(item) && item.school !== undefined && !allowed.has(item.school)) {
        throw new UnreadableInputError(
          'school-not-allowed',
          `The file has records of the school ${item.school}, which the key isn't for.`,
          { help: 'Send the file of the school that the key was given to.', place: item.provenance.place },
        );
      }
    }
    yield batch;
  }
}

/** Why a load failed, as a caller is told. It holds no pupil's data. */
export function loadFailure(error: unknown): Failure {
  const none = { help: '', place: {} };
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    // By name: the ESM and CJS builds of parser-kit each have a class of their own.
    if (error.name === 'UnreadableInputError') {
      const { code, message, help, place } = error as UnreadableInputError;
      return { code, message, help, place };
    }
    if (error.name === 'LoaderError') return { ...none, code: error.code, message: error.message };
  }
  return {
    ...none,
    code: 'unexpected',
    message: 'Something went wrong here, and nothing of the file was loaded.',
  };
}
