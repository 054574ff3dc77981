import type { MatchResolution, ResolvedMatch } from '@rollbook/loader';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { writeJson, type Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import {
  loaderSettings,
  type LoaderSettingsOptions,
  matchingOption,
  processingOption,
} from '../loader-settings.js';
import { databaseOption, jsonOption } from '../option-values.js';
import { counted } from '../text.js';

interface MatchOptions extends LoaderSettingsOptions {
  readonly db: Database;
  readonly person?: string;
  readonly add?: true;
  readonly reject?: true;
  readonly reopen?: true;
  readonly by: string;
  readonly note?: string;
  readonly json?: true;
}

const others = (own: string): string[] => ['person', 'add', 'reject', 'reopen'].filter((one) => one !== own);

export function addMatchCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  program
    .command('match')
    .description('decide who an unmatched pupil is; later records of the pupil follow')
    .argument('<id>', 'number of the pupil in "rollbook unmatched"', entryId)
    .addOption(databaseOption())
    .addOption(new Option('--person <uuid>', 'this person of the council').conflicts(others('person')))
    .addOption(new Option('--add', 'a new person').conflicts(others('add')))
    .addOption(new Option('--reject', 'nobody of the council’s').conflicts(others('reject')))
    .addOption(new Option('--reopen', 'let a rejected pupil wait again').conflicts(others('reopen')))
    .requiredOption('--by <name>', 'who decides')
    .option('--note <text>', 'why, for whoever looks later')
    .addOption(matchingOption('the council’s settings of matching, as "rollbook load" is given them'))
    .addOption(processingOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  rollbook match 12 --person 5f0e4c1a-0000-4000-8000-000000000001 --by "A. Officer"
  rollbook match 13 --add --by "A. Officer"
  rollbook match 14 --reject --by "A. Officer" --note "Moved to Scotland in May"`,
    )
    .action(async (id: number, options: MatchOptions) => finish(await match(context, id, options)));
}

function entryId(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value))
    throw new InvalidArgumentError('A pupil in the queue has a whole number.');
  return Number(value);
}

/** Codes of the loader by which the command was given wrongly. */
const wrongly: ReadonlySet<string> = new Set([
  'invalid-decision',
  'unknown-entry',
  'unknown-person',
  'already-decided',
]);

async function match(context: Context, id: number, options: MatchOptions): Promise<ExitCode> {
  const { by, note } = options;
  const decision = decisionOf(options);
  const settings = await loaderSettings(context, options);
  const store = await openExistingLoader(context, options.db, settings);
  try {
    const resolved = await store.loader
      .resolveMatch({ id, ...decision, by, ...(note === undefined ? {} : { note }) })
      .catch((error: unknown) => {
        const known = error instanceof Error && 'code' in error && wrongly.has(String(error.code));
        throw known ? new UsageError(error.message) : error;
      });
    if (options.json) await writeJson(context, resolved);
    else await context.out.write(resolvedText(resolved));
  } finally {
    await store.close();
  }
  return ExitCode.clean;
}

function decisionOf({
  person,
  add,
  reject,
  reopen,
}: MatchOptions): Pick<MatchResolution, 'decision' | 'personId'> {
  if (person !== undefined) return { decision: 'match', personId: person };
  if (add) return { decision: 'add' };
  if (reject) return { decision: 'reject' };
  if (reopen) return { decision: 'reopen' };
  throw new UsageError('A decision is one of --person, --add, --reject and --reopen.');
}

function resolvedText({ id, state, personId, followed }: ResolvedMatch): string {
  const person = personId === null ? '' : ` (person ${personId})`;
  const more =
    followed.length === 0 ? '' : `; ${counted(followed.length, 'other pupil')} of the child followed`;
  return `Pupil ${id}: ${state === 'open' ? 'waits again' : state}${person}${more}\n`;
}
