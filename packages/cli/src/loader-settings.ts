import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LoaderSettings, MatchingSettings, ProcessingSettings } from '@rollbook/loader';
import { Option } from 'commander';
import type { Context } from './context.js';
import { systemCode, UsageError } from './errors.js';

/** Every school of a large council with rules of its own fits. */
const MOST_BYTES = 4_000_000;

export interface LoaderSettingsOptions {
  /** True when it is given without a file. */
  readonly matching?: string | true;
  readonly processing?: string;
}

export const matchingOption = (
  what = 'match pupils with the council’s persons: by One Education’s rules, or by a file of settings in JSON (docs/matching.md)',
): Option => new Option('--matching [file]', what);

export const processingOption = (
  what = 'what becomes of a matched pupil’s values: rules by school and data group in JSON (docs/conflicts.md)',
): Option => new Option('--processing <file>', what);

/** @throws UsageError when a file can't be read or has faults */
export async function loaderSettings(
  context: Context,
  { matching, processing }: LoaderSettingsOptions,
): Promise<LoaderSettings> {
  return {
    ...(matching === undefined ? {} : { matching: await matchingSettings(context, matching) }),
    ...(processing === undefined ? {} : { processing: await processingSettings(context, processing) }),
  };
}

async function matchingSettings(context: Context, file: string | true): Promise<MatchingSettings> {
  if (file === true) return {};
  const { parseMatchingSettings } = await import('@rollbook/loader');
  return readSettings(context, '--matching', file, parseMatchingSettings);
}

async function processingSettings(context: Context, file: string): Promise<ProcessingSettings> {
  const { parseProcessingSettings } = await import('@rollbook/loader');
  return readSettings(context, '--processing', file, parseProcessingSettings);
}

async function readSettings<T>(
  { io }: Context,
  flag: string,
  file: string,
  parse: (text: string) => T,
): Promise<T> {
  const path = resolve(io.cwd, file);
  let text: string;
  try {
    if ((await stat(path)).size > MOST_BYTES)
      throw new UsageError(`${flag} ${file} is too large for settings.`);
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${flag} ${file} can't be read (${systemCode(error) ?? 'unknown'}).`);
  }
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof Error && 'faults' in error)) throw error;
    throw new UsageError(`${flag} ${file}:\n  ${error.message.replaceAll('\n', '\n  ')}`);
  }
}

/**
 * The same for the same matching, and empty for none. A file that was loaded without it is no repeat with it, since its pupils
 * are still to be matched; rules of processing hold for what comes from then on.
 */
export function matchingText({ matching }: LoaderSettings): string {
  return matching === undefined ? '' : `matching ${JSON.stringify(matching)}`;
}
