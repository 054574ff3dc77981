import type {
  Loader,
  UnmatchedPupil,
  UnmatchedQuery,
  UnmatchedReason,
  UnmatchedState,
} from '@rollbook/loader';
import { Option, type Command } from 'commander';
import type { Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { ExitCode } from '../exit-codes.js';
import { databaseOption, identifyOption, jsonOption, numberOption, schoolOption } from '../option-values.js';
import { counted, plain } from '../text.js';

/** On a screen; JSON has them all unless told otherwise. */
const DEFAULT_LIMIT = 50;

const states = ['open', 'added', 'matched', 'rejected', 'all'] as const;

interface UnmatchedOptions {
  readonly db: Database;
  readonly school?: string;
  readonly state: UnmatchedState | 'all';
  readonly json?: true;
  readonly identify?: true;
  readonly limit?: number;
}

export function addUnmatchedCommand(
  program: Command,
  context: Context,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('unmatched')
    .description('show pupils whom no rule matched with a person, and who they may be')
    .addOption(databaseOption())
    .addOption(schoolOption('only those of this school: LAESTAB, seven digits'))
    .addOption(new Option('--state <state>', 'only those in this state').choices(states).default('open'))
    .addOption(
      numberOption('--limit <n>', `show at most n; ${DEFAULT_LIMIT}, or all with --json, when not given`),
    )
    .addOption(identifyOption())
    .addOption(jsonOption('print one JSON object a line'))
    .addHelpText(
      'after',
      `
Pupils are matched by "rollbook load --matching". "rollbook match" decides on one.

Examples:
  rollbook unmatched --school 8561234 --identify
  rollbook unmatched --state all --json`,
    )
    .action(async (options: UnmatchedOptions) => finish(await unmatched(context, options)));
}

async function unmatched(context: Context, options: UnmatchedOptions): Promise<ExitCode> {
  const store = await openExistingLoader(context, options.db);
  try {
    await list(context, store.loader, options);
  } finally {
    await store.close();
  }
  return ExitCode.clean;
}

async function list({ out, signal }: Context, loader: Loader, options: UnmatchedOptions): Promise<void> {
  const { school, state, json, limit = json ? undefined : DEFAULT_LIMIT } = options;
  const identify = options.identify === true;
  const query: UnmatchedQuery = {
    state,
    ...(school === undefined ? {} : { school }),
    // One more, to know whether there are more.
    ...(limit === undefined ? {} : { limit: limit + 1 }),
  };
  let shown = 0;
  for await (const one of loader.unmatched(query)) {
    signal.throwIfAborted();
    if (limit !== undefined && shown === limit) {
      if (!json) await out.write(`There are more; --limit shows them.\n`);
      return;
    }
    shown++;
    await out.write(
      json ? `${JSON.stringify(unmatchedJson(one, identify))}\n` : unmatchedText(one, identify),
    );
  }
  if (shown === 0 && !json) await out.write('Nobody waits for a decision.\n');
  else if (!json) await out.write(`${counted(shown, 'pupil')}\n`);
}

const reasons: Readonly<Record<UnmatchedReason, string>> = {
  nobody: 'nobody fits',
  'too-few-identifiers': 'the UPN is known, with too little else',
  inactive: 'who fits is at no school',
  several: 'several fit',
  'no-identifiers': 'too little to go by',
};

function unmatchedText(one: UnmatchedPupil, identify: boolean): string {
  const { id, school, state, reason, candidates, pupil } = one;
  const decided = state === 'open' ? '' : `  (${state}${one.decidedBy ? ` by ${plain(one.decidedBy)}` : ''})`;
  const line = `${id}  ${plain(school ?? '(no school)')}  ${reasons[reason]}, ${counted(candidates.length, 'candidate')}${decided}\n`;
  if (!identify) return line;
  const { surname = '', forename = '', birthDate = 'no date of birth', sex = '?', upn = 'no UPN' } = pupil;
  const who = `  ${plain([surname, forename].filter((part) => part !== '').join(', '))}  ${birthDate}  ${plain(sex)}  ${plain(upn)}\n`;
  const lines = candidates.map(
    ({ personId, score, agreeing }) =>
      `  ${personId}  ${score.toFixed(2)}  ${agreeing.length === 0 ? 'nothing the same' : `same ${agreeing.join(', ')}`}\n`,
  );
  return line + who + lines.join('');
}

function unmatchedJson(
  { pupil, candidates, decidedBy, note, ...rest }: UnmatchedPupil,
  identify: boolean,
): unknown {
  if (identify) return { ...rest, decidedBy, note, pupil, candidates };
  // Persons' ids lead to them, and a note may name them.
  return { ...rest, decidedBy, candidates: candidates.map(({ score, agreeing }) => ({ score, agreeing })) };
}
