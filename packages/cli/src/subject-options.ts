import type { SubjectSelector } from '@rollbook/loader';
import { Option, type Command } from 'commander';
import { UsageError } from './errors.js';
import { dayOf } from './option-values.js';

export interface SubjectOptions {
  readonly upn?: string;
  readonly pupil?: readonly string[];
  readonly person?: string;
  readonly surname?: string;
  readonly forename?: string;
  readonly birthDate?: string;
}

/** The options that say which child is meant. */
export function addSubjectOptions(command: Command): Command {
  return command
    .addOption(new Option('--upn <upn>', 'the child with this UPN, now or before'))
    .addOption(new Option('--pupil <school-and-key...>', 'the pupil of a school: LAESTAB, then key'))
    .addOption(new Option('--person <id>', 'the person with this id'))
    .addOption(new Option('--surname <name>', 'with --forename and --birth-date'))
    .addOption(new Option('--forename <name>', 'with --surname and --birth-date'))
    .addOption(
      new Option('--birth-date <date>', 'with --surname and --forename; YYYY-MM-DD').argParser(dayOf),
    );
}

/** @throws UsageError unless the options describe a child in one way. */
export function selectorOf(options: SubjectOptions): SubjectSelector {
  const { upn, pupil, person, surname, forename, birthDate } = options;
  const names = [surname, forename, birthDate];
  const named = names.some((one) => one !== undefined);
  if ([upn !== undefined, pupil !== undefined, person !== undefined, named].filter(Boolean).length !== 1)
    throw new UsageError(
      'Say which child in one way: --upn, --pupil, --person, or --surname with --forename and --birth-date.',
    );
  if (upn !== undefined) return { upn };
  if (person !== undefined) return { personId: person };
  if (pupil !== undefined) {
    const [school, key, ...more] = pupil;
    if (school === undefined || key === undefined || more.length > 0)
      throw new UsageError('--pupil takes a school and a key: --pupil 8562001 upn:A856200115001.');
    return { school, key };
  }
  if (surname === undefined || forename === undefined || birthDate === undefined)
    throw new UsageError('A name takes --surname, --forename and --birth-date, all three.');
  return { surname, forename, birthDate };
}

/** Codes of the loader by which the command was given wrongly. */
const wrongly: ReadonlySet<string> = new Set([
  'invalid-decision',
  'unknown-subject',
  'ambiguous-subject',
  'loads-unfinished',
]);

/** A refusal of the loader as wrong usage, with its words; anything else as it is. */
export function asUsage(error: unknown): never {
  const known = error instanceof Error && 'code' in error && wrongly.has(String(error.code));
  throw known ? new UsageError(error.message) : error;
}
