import type { z } from 'zod';
import { type MatchingSettings, matchingSettingsSchema } from './settings.js';

/** Settings that can't be used. The message has one line a fault, each with where it stands. */
export class MatchingSettingsError extends Error {
  override readonly name = 'MatchingSettingsError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/**
 * Reads how a council matches pupils: docs/matching.md.
 *
 * @param input JSON text, or what it stands for; `{}` for One Education's rules.
 * @throws MatchingSettingsError
 */
export function parseMatchingSettings(input: unknown): MatchingSettings {
  let value = input;
  if (typeof input === 'string') {
    try {
      value = JSON.parse(input);
    } catch {
      throw new MatchingSettingsError(['The settings are no JSON.']);
    }
  }
  const read = matchingSettingsSchema.safeParse(value);
  if (read.success) return read.data;
  throw new MatchingSettingsError(read.error.issues.map(faultOf));
}

/** In words of ours: those of the schema are for programmers. */
function faultOf(issue: z.core.$ZodIssue): string {
  const where = issue.path.map((part) => shown(String(part))).join('.');
  const at = (what: string): string => (where === '' ? what : `${where}: ${what}`);
  const last = String(issue.path.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys')
    return at(`unknown: ${issue.keys.map(shown).join(', ')}; docs/matching.md lists what is known.`);
  if (issue.code === 'invalid_key') return at('a school is a LAESTAB, seven digits, such as 8562001.');
  if (where === '') return 'The settings are an object with "default", "schools", or both.';
  return at(WANTED[last] ?? WANTED[String(issue.path.at(-2) ?? '')] ?? 'it takes an object.');
}

const WANTED: Readonly<Record<string, string>> = {
  externalIds: 'it takes a list of names in supplierIds.',
  identifiersNeeded: 'it takes a whole number from 0 to 4.',
  formerUpns: 'it takes true or false.',
  matchInactive: 'it takes true or false.',
  addUnmatched: 'it takes queue, without-candidates or always.',
  leastScore: 'it takes a number from 0 to 1.',
};

/** A name of the settings, short and on one line. */
function shown(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 40);
}
