import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Issue } from '@rollbook/parser-kit';
import { feedStem } from './feed-name.js';
import type { IssueComparer } from './file-collector.js';
import { compareGenerations, createMatcher, type Matcher } from './generations.js';
import { IssueHistoryError } from './history-error.js';
import { readGenerations, writeGenerations, type Generation } from './history-file.js';
import { PrintList } from './print-list.js';
import type { ComparisonFigures } from './report.js';

/** Issues of a file beyond which it is neither compared nor remembered; 8 bytes are held of each. */
export const mostCompared = 2_000_000;
const KEY_BYTES = 32;

export interface ComparerOptions {
  /** Base name of the file; null for standard input. */
  readonly name: string | null;
  /** SHA-256 of the file where it is known beforehand, by which the same file again is known while it is read. */
  readonly sha256?: string | null | undefined;
  /** When the check began, ISO 8601 in UTC. */
  readonly checkedAt: string;
  readonly asOf: string;
  /** Codes of the rules that run. */
  readonly rules: readonly string[];
  /** Issues beyond which nothing is compared; {@link mostCompared} when absent. */
  readonly maxIssues?: number | undefined;
}

export interface FileComparer extends IssueComparer {
  /**
   * Remembers the file, once `comparison` was asked. A file that could not be read whole must not be remembered.
   *
   * @returns false when it had too many issues, and the history stays as it was
   * @throws IssueHistoryError when it can't be written
   */
  save(): boolean;
}

export interface IssueHistory {
  /**
   * Compares a file with the last one of its feed. A feed is the stem of the name (see `feedStem`), the format, and the
   * LAESTAB of the first record that has one. The same file again is compared with the one before it.
   */
  comparer(options: ComparerOptions): FileComparer;
}

/**
 * Opens the history of issues in a folder, which is made where it isn't there, with a random key of its own. What it
 * holds of an issue is a keyed fingerprint of its code, field, record and school; the folder is to be kept like pupils'
 * data all the same. Two runs may not use a folder at once.
 *
 * @throws IssueHistoryError when the folder can't be used or its key is damaged
 */
export async function openIssueHistory(folder: string): Promise<IssueHistory> {
  const key = await keyOf(folder);
  return { comparer: (options) => createComparer(folder, key, options) };
}

async function keyOf(folder: string): Promise<Buffer> {
  const path = join(folder, 'key');
  let key: Buffer;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    key = (await madeKey(path)) ?? (await readFile(path));
  } catch (cause) {
    throw new IssueHistoryError('history-unusable', "The history folder can't be used.", {
      help: 'Name a folder that can be read and written by who runs this.',
      cause,
    });
  }
  if (key.length === KEY_BYTES) return key;
  throw new IssueHistoryError('history-damaged', "The key of the history folder isn't whole.", {
    help: 'Put the file `key` back from a backup, or begin with an empty folder: nothing can be compared without it.',
  });
}

/** Undefined when there is a key already. */
async function madeKey(path: string): Promise<Buffer | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  }
  try {
    const key = randomBytes(KEY_BYTES);
    await handle.writeFile(key);
    await handle.sync();
    return key;
  } finally {
    await handle.close();
  }
}

function createComparer(folder: string, key: Buffer, options: ComparerOptions): FileComparer {
  const { name, checkedAt, asOf, maxIssues = mostCompared } = options;
  const rules = [...options.rules].sort();
  const current = new Map<string, PrintList>();
  let path: string | undefined;
  let generations: Generation[] = [];
  let matcher: Matcher | undefined;
  let issues = 0;
  let feedSchool: string | null = null;
  let result: Generation | undefined;

  return {
    begin({ format, school }) {
      feedSchool = school;
      const feed = JSON.stringify([name === null ? null : feedStem(name), format, school]);
      path = join(folder, `${createHmac('sha256', key).update(feed).digest('hex').slice(0, 32)}.history`);
      generations = readGenerations(path);
      const previous = generations.find(({ sha256 }) => sha256 === null || sha256 !== options.sha256);
      matcher = previous === undefined ? undefined : createMatcher(previous, rules);
    },
    statusOf(issue, school) {
      issues++;
      if (issues > maxIssues) return undefined;
      const print = fingerprint(key, issue, school ?? feedSchool);
      let list = current.get(issue.code);
      if (list === undefined) current.set(issue.code, (list = new PrintList()));
      list.add(print);
      return matcher?.(issue.code, print);
    },
    comparison({ sha256 }): ComparisonFigures | null {
      if (issues > maxIssues) return null;
      const prints = new Map([...current].map(([code, list]) => [code, list.sorted()]));
      result = { name, sha256, checkedAt, asOf, rules, prints };
      const previous = generations.find((one) => one.sha256 === null || one.sha256 !== sha256);
      return previous === undefined ? null : compareGenerations(previous, result);
    },
    save() {
      if (path === undefined || result === undefined) return false;
      const now = result;
      const before = generations.find((one) => one.sha256 === null || one.sha256 !== now.sha256);
      writeGenerations(path, before === undefined ? [now] : [now, before]);
      return true;
    },
  };
}

/** Not of the place, which moves when a file is written anew, nor of the value, which a school may change in vain. */
function fingerprint(key: Buffer, { code, field, record }: Issue, school: string | null): bigint {
  const about = [
    code,
    field ?? null,
    record?.kind ?? null,
    record?.pupilKey ?? null,
    record?.key ?? null,
    school,
  ];
  return createHmac('sha256', key).update(JSON.stringify(about)).digest().readBigUInt64BE(0);
}
