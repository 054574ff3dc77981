import type { Command } from 'commander';
import { writeJson, type Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import { databaseOption, jsonOption } from '../option-values.js';
import { addSubjectOptions, asUsage, selectorOf, type SubjectOptions } from '../subject-options.js';
import { count, counted, table } from '../text.js';

interface EraseCommandOptions extends SubjectOptions {
  readonly db: Database;
  readonly by: string;
  readonly reason: string;
  readonly dryRun?: true;
  readonly yes?: true;
  readonly json?: true;
}

export function addEraseCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  addSubjectOptions(
    program
      .command('erase')
      .description('erase one child from a store, at all schools and for good')
      .addOption(databaseOption()),
  )
    .requiredOption('--by <name>', 'who orders it, for the audit trail')
    .requiredOption('--reason <text>', 'why, without the child’s name: it stays in the audit trail')
    .option('--dry-run', 'say what would go, and change nothing')
    .option('--yes', 'do it')
    .addOption(jsonOption('print one JSON object, with the receipt by which the erasure can be shown later'))
    .addHelpText(
      'after',
      `
Examples:
  rollbook erase --upn A999999900001 --by "A. Officer" --reason "Request 13" --dry-run
  rollbook erase --upn A999999900001 --by "A. Officer" --reason "Request 13" --yes --json > receipt-13.json`,
    )
    .action(async (options: EraseCommandOptions) => finish(await erase(context, options)));
}

async function erase(context: Context, options: EraseCommandOptions): Promise<ExitCode> {
  const { by, reason, json } = options;
  const dryRun = options.dryRun === true;
  if (!dryRun && !options.yes)
    throw new UsageError('Erasing can’t be undone: try --dry-run, then say --yes.');
  const selector = selectorOf(options);
  const store = await openExistingLoader(context, options.db);
  try {
    const erasure = await store.loader.erase(selector, { by, reason, dryRun }).catch(asUsage);
    const { pupils, alike, rows } = erasure;
    if (json) {
      await writeJson(context, erasure);
    } else {
      const lines = [
        `${counted(pupils.length, 'pupil')} ${dryRun ? 'would be' : 'were'} erased`,
        table(
          Object.entries(rows).map(([name, number]) => [count(number), name]),
          [0],
        ),
        ...(alike.length === 0
          ? []
          : [
              `look at ${counted(alike.length, 'pupil')} with a UPN of the child and another date of birth: left alone`,
            ]),
      ];
      await context.out.write(`${lines.join('\n')}\n`);
    }
  } finally {
    await store.close();
  }
  return ExitCode.clean;
}
