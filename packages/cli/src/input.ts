import { basename, resolve } from 'node:path';
import { addAbortSignal } from 'node:stream';
import { openSource, type Parser, type Source } from '@rollbook/parser-kit';
import type { Context } from './context.js';
import { detectFormat } from './detect-format.js';
import { UsageError } from './errors.js';

/** A FILE that stands for standard input. */
const STDIN = '-';

/** How a FILE is called in messages: as it was given, so that one knows which it was. */
export function labelOf(path: string): string {
  return path === STDIN ? '(stdin)' : path;
}

/** Base name; null for standard input. */
export function nameOf(path: string): string | null {
  return path === STDIN ? null : basename(path);
}

/** Standard input can be read once. */
export function checkPaths(paths: readonly string[]): void {
  if (paths.filter((path) => path === STDIN).length > 1)
    throw new UsageError('"-" (standard input) was given more than once.');
}

/** @throws UnreadableInputError */
export async function openInput(context: Context, path: string): Promise<Source> {
  // Aborting must end a wait for input that never comes.
  if (path === STDIN) return openSource(addAbortSignal(context.signal, context.io.stdin));
  return openSource(resolve(context.io.cwd, path));
}

/** The parser that was named, or the one that knows the file. @throws UnreadableInputError */
export async function chooseParser(source: Source, named: Parser | undefined): Promise<Parser> {
  return named ?? (await detectFormat(source)).parser;
}

/** Reads a file once for its digest, so that every record can carry it. A stream can't be read twice and has none yet. */
export async function digestFirst(source: Source, signal: AbortSignal): Promise<void> {
  if (!source.repeatable || source.knownDigest !== undefined) return;
  const iterator = source.stream()[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true) {
    if (signal.aborted) await iterator.return?.();
    signal.throwIfAborted();
  }
}
