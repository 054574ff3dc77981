import { createHash } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ExportedFile, Loader } from '@rollbook/loader';
import { Option } from 'commander';
import type { Context } from './context.js';
import { systemCode, UsageError } from './errors.js';
import { schoolOption } from './option-values.js';
import { reportToFile } from './report-file.js';

/** A council’s protected children fit many times. */
const MOST_BYTES = 16_000_000;

export const schoolsOption = (): Option => {
  const { flags, description, parseArg } = schoolOption('the schools to export: LAESTAB, seven digits');
  return new Option(flags.replace('<laestab>', '<laestab...>'), description)
    .argParser((value: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      parseArg?.(value, '') as string,
    ])
    .makeOptionMandatory();
};

export const outFolderOption = (): Option =>
  new Option(
    '--out <dir>',
    'the folder for the files, which is made where there is none',
  ).makeOptionMandatory();

export const withholdOption = (): Option =>
  new Option(
    '--withhold-addresses <file>',
    'leave out the addresses of these children: their UPNs or keys, one a line',
  );

export const changedSinceOption = (parse: (value: string) => number): Option =>
  new Option('--changed-since <load>', 'only pupils with something new since this load was merged').argParser(
    parse,
  );

/** Whose addresses are withheld, by UPN or key. @throws UsageError when the file can't be read */
export async function withheldOf(
  { io }: Context,
  file: string | undefined,
): Promise<(pupil: { key: string; pupil: { upn?: string | undefined } }) => boolean> {
  if (file === undefined) return () => false;
  let text: string;
  try {
    const path = resolve(io.cwd, file);
    if ((await stat(path)).size > MOST_BYTES)
      throw new UsageError(`--withhold-addresses ${file} is too large for a list of children.`);
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--withhold-addresses ${file} can't be read (${systemCode(error) ?? 'unknown'}).`);
  }
  const listed = new Set(
    text
      .replace(/^\ufeff/, '')
      .split(/\r\n|\n|\r/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
  // A list that names nobody would withhold nothing, while whoever gave it thinks it does.
  if (listed.size === 0) throw new UsageError(`--withhold-addresses ${file} names nobody.`);
  return ({ key, pupil: { upn } }) => listed.has(key) || (upn !== undefined && listed.has(upn.toUpperCase()));
}

/** Files for another system, each whole or not there, and what the audit trail says of them. */
export class ExportFolder {
  readonly files: ExportedFile[] = [];

  private constructor(
    private readonly context: Context,
    private readonly folder: string,
  ) {}

  /** @throws UsageError when the folder can't be made */
  static async open(context: Context, folder: string): Promise<ExportFolder> {
    try {
      await mkdir(resolve(context.io.cwd, folder), { recursive: true, mode: 0o700 });
    } catch (error) {
      throw new UsageError(`--out ${folder} can't be made (${systemCode(error) ?? 'unknown'}).`);
    }
    return new ExportFolder(context, folder);
  }

  /**
   * Writes one file of pieces of text or bytes, and keeps it only when `keep` says so at the end.
   *
   * @param counts what stands in the trail; undefined for a file that isn't for the other system.
   */
  async write(
    name: string,
    pieces: AsyncIterable<string | Uint8Array>,
    {
      keep = () => true,
      counts,
    }: { keep?: () => boolean; counts?: () => Omit<ExportedFile, 'name' | 'sha256'> } = {},
  ): Promise<boolean> {
    const output = await reportToFile(this.context, join(this.folder, name), []);
    const hash = createHash('sha256');
    try {
      for await (const piece of pieces) {
        this.context.signal.throwIfAborted();
        hash.update(piece);
        await output.write(piece);
      }
      if (!keep()) return false;
      await output.done();
    } finally {
      await output.abandon();
    }
    if (counts) this.files.push({ name, sha256: hash.digest('hex'), ...counts() });
    return true;
  }

  /** Puts what was written into the store's audit trail. */
  async note(loader: Loader, of: { target: string; by: string; school: string | null }): Promise<void> {
    if (this.files.length > 0) await loader.noteExport({ ...of, files: this.files.splice(0) });
  }
}

/** Runs what says by a RangeError that an option can't be used. @throws UsageError */
export async function rangeAsUsage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

/** Counts without those that aren't there. */
export function plainCounts(
  counts: Readonly<Partial<Record<string, number>>> | undefined,
): Record<string, number> {
  return Object.fromEntries(Object.entries(counts ?? {}).map(([name, count]) => [name, count ?? 0]));
}
