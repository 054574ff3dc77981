import type { RecordKind } from '@rollbook/model';
import { Option, type Command } from 'commander';
import type { Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import { databaseOption } from '../option-values.js';
import { reportToFile } from '../report-file.js';
import { addSubjectOptions, asUsage, selectorOf, type SubjectOptions } from '../subject-options.js';
import { counted, plain } from '../text.js';

interface SubjectAccessCommandOptions extends SubjectOptions {
  readonly db: Database;
  readonly by: string;
  readonly reason?: string;
  readonly out: string;
  readonly format: 'json' | 'html';
  readonly withhold?: readonly string[];
}

export function addSubjectAccessCommand(
  program: Command,
  context: Context,
  finish: (code: ExitCode) => void,
): void {
  addSubjectOptions(
    program
      .command('subject-access')
      .description('write all that a store has about one child to a file, for a subject access request')
      .addOption(databaseOption()),
  )
    .requiredOption('--by <name>', 'who asks, for the audit trail')
    .option('--reason <text>', 'why, such as the number of the request')
    .requiredOption('--out <file>', 'the file to write, for its owner’s eyes only')
    .addOption(
      new Option('--format <format>', 'json for machines, html to read')
        .choices(['json', 'html'])
        .default('json'),
    )
    .addOption(
      new Option(
        '--withhold <kind...>',
        'leave out records of these kinds, such as contact: other people’s data',
      ),
    )
    .addHelpText(
      'after',
      `
Examples:
  rollbook subject-access --upn A999999900001 --by "A. Officer" --reason "Request 12" --out request-12.json
  rollbook subject-access --pupil 8561234 upn:A999999900001 --by "A. Officer" --withhold contact \\
    --format html --out request-12.html`,
    )
    .action(async (options: SubjectAccessCommandOptions) => finish(await subjectAccess(context, options)));
}

async function subjectAccess(context: Context, options: SubjectAccessCommandOptions): Promise<ExitCode> {
  const { by, reason, out, format } = options;
  const selector = selectorOf(options);
  const withhold = await kindsOf(options.withhold ?? []);
  const store = await openExistingLoader(context, options.db);
  try {
    const { subjectAccessHtml } = await import('@rollbook/loader');
    // Before the store is asked: what can't be written needn't be in the trail.
    const file = await reportToFile(context, out, []);
    try {
      const document = await store.loader
        .subjectAccess(selector, { by, withhold, ...(reason === undefined ? {} : { reason }) })
        .catch(asUsage);
      await file.write(
        format === 'html' ? subjectAccessHtml(document) : `${JSON.stringify(document, null, 2)}\n`,
      );
      await file.done();
      const { pupils, records, alike, withheld } = document;
      const lines = [
        `${counted(records.length, 'record')} of ${counted(pupils.length, 'pupil')} in ${plain(out)}`,
        ...withheld.map(
          ({ kind, count }) =>
            `left out: ${counted(count, `record or mention`, 'records or mentions')} of ${kind}`,
        ),
        ...(alike.length === 0
          ? []
          : [
              `look at ${counted(alike.length, 'pupil')} with a UPN of the child and another date of birth: not included`,
            ]),
      ];
      await context.out.write(`${lines.join('\n')}\n`);
    } finally {
      await file.abandon();
    }
  } finally {
    await store.close();
  }
  return ExitCode.clean;
}

async function kindsOf(names: readonly string[]): Promise<RecordKind[]> {
  const { isRecordKind, recordKinds } = await import('@rollbook/model');
  return names.map((name) => {
    if (!isRecordKind(name)) throw new UsageError(`Known kinds: ${recordKinds.join(', ')}.`);
    return name;
  });
}
