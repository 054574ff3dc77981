import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { IssueHistoryError } from './history-error.js';

const headerSchema = z.strictObject({
  rollbook: z.literal('issue-history'),
  version: z.literal(1),
  /** SHA-256 of what follows the header, lower-case hex. */
  digest: z.string(),
  generations: z
    .array(
      z.strictObject({
        name: z.string().nullable(),
        sha256: z.string().nullable(),
        checkedAt: z.string(),
        asOf: z.string(),
        rules: z.array(z.string()),
        /** Code and number of its fingerprints, in the order in which they follow. */
        codes: z.array(z.tuple([z.string(), z.int().min(0)])),
      }),
    )
    .max(2),
});
type Header = z.infer<typeof headerSchema>;

/** What is remembered of one file that was checked. */
export interface Generation extends Omit<Header['generations'][number], 'codes'> {
  /** Fingerprints of issues by code, sorted. */
  readonly prints: ReadonlyMap<string, BigUint64Array>;
}

const NEWLINE = 10;

/**
 * Generations of one feed, the last first; none when there is no file.
 *
 * @throws IssueHistoryError when the file is not as it was written, or can't be read
 */
export function readGenerations(path: string): Generation[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new IssueHistoryError('history-unusable', `The history's file ${basename(path)} can't be read.`, {
      help: 'Let the history folder be read by who runs this.',
      cause,
    });
  }
  const end = bytes.indexOf(NEWLINE);
  const header = end < 0 ? undefined : parsedHeader(bytes.toString('utf8', 0, end));
  const body = bytes.subarray(end + 1);
  const held = header?.generations.reduce(
    (sum, { codes }) => sum + codes.reduce((all, [, n]) => all + n, 0),
    0,
  );
  if (header === undefined || body.length !== (held ?? 0) * 8 || digestOf(body) !== header.digest)
    throw new IssueHistoryError('history-damaged', `The history's file ${basename(path)} is damaged.`, {
      help: 'Put it back from a backup, or take it out of the history folder: the next file of its feed then begins anew.',
    });
  let at = 0;
  return header.generations.map(({ codes, ...rest }) => {
    const prints = new Map<string, BigUint64Array>();
    for (const [code, count] of codes) {
      const values = new BigUint64Array(count);
      for (let i = 0; i < count; i++, at += 8) values[i] = body.readBigUInt64BE(at);
      prints.set(code, values);
    }
    return { ...rest, prints };
  });
}

function parsedHeader(text: string): Header | undefined {
  try {
    return headerSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Puts generations in a file's place at once: whoever reads sees the old ones or the new ones.
 *
 * @throws IssueHistoryError when it can't be written; the old file then stays
 */
export function writeGenerations(path: string, generations: readonly Generation[]): void {
  const count = generations.reduce((sum, { prints }) => sum + issuesOf(prints), 0);
  const body = Buffer.allocUnsafe(count * 8);
  let at = 0;
  for (const { prints } of generations)
    for (const values of prints.values()) for (const value of values) at = body.writeBigUInt64BE(value, at);
  const header: Header = {
    ...{ rollbook: 'issue-history', version: 1, digest: digestOf(body) },
    generations: generations.map(({ prints, ...rest }) => ({
      ...rest,
      codes: [...prints].map(([code, values]) => [code, values.length]),
    })),
  };
  writeAtOnce(path, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]));
}

/** Number of fingerprints of a generation. */
export function issuesOf(prints: Generation['prints']): number {
  let sum = 0;
  for (const values of prints.values()) sum += values.length;
  return sum;
}

function writeAtOnce(path: string, bytes: Buffer): void {
  const partial = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const handle = openSync(partial, 'wx', 0o600);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, path);
  } catch (cause) {
    rmSync(partial, { force: true });
    throw new IssueHistoryError(
      'history-unusable',
      `The history's file ${basename(path)} can't be written.`,
      {
        help: 'Make room, and let the history folder be written by who runs this.',
        cause,
      },
    );
  }
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
