import { existsSync, realpathSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isRecord, type Batch } from '@rollbook/parser-kit';
import { IssueTally } from '@rollbook/validate/reports';
import type { Command } from 'commander';
import { attempt, tellFailure, type Context } from '../context.js';
import { systemCode, UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import { chooseParser, digestFirst, labelOf, openInput } from '../input.js';
import { encodingOption, formatOption, mappingOption, schoolOption } from '../option-values.js';
import { parseSettings, type ParseSettings, type ReadingOptions, withOptions } from '../parse-settings.js';
import { countsText, summaryText } from '../report.js';
import { plain } from '../text.js';

interface ParseOptions extends ReadingOptions {
  readonly issues?: string;
}

export function addParseCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  program
    .command('parse')
    .description('write the canonical records of a file to standard output, one JSON object a line')
    .argument('<file>', 'the file to read; - for standard input')
    .addOption(formatOption())
    .addOption(mappingOption())
    .addOption(schoolOption())
    .addOption(encodingOption())
    .option(
      '--issues <file>',
      'write issues to this file, one JSON object a line; it will hold data of pupils',
    )
    .addHelpText(
      'after',
      `
When the exit code is 3 the file broke off, and the records that were written before must not be kept.`,
    )
    .action(async (path: string, options: ParseOptions) => finish(await parse(context, path, options)));
}

async function parse(context: Context, path: string, options: ParseOptions): Promise<ExitCode> {
  const tally = new IssueTally(0);
  const settings = await parseSettings(context, options);
  const tried = await attempt(context, () => writeRecords(context, path, options, settings, tally));
  if (tried.failure !== undefined) {
    await tellFailure(context, labelOf(path), tried.failure);
    return tried.failure.exitCode;
  }
  const counts = tally.counts();
  if (tally.total > 0 && options.issues === undefined) {
    const { err, errColours } = context;
    await err.write(`${errColours.bold(`${plain(labelOf(path))}:`)} ${countsText(counts)}\n`);
    await err.write(summaryText(tally.groups(), errColours));
  }
  return counts.error > 0 ? ExitCode.dataErrors : ExitCode.clean;
}

async function writeRecords(
  context: Context,
  path: string,
  options: ParseOptions,
  settings: ParseSettings,
  tally: IssueTally,
): Promise<void> {
  const { signal, out } = context;
  const source = await openInput(context, path);
  const parser = withOptions(await chooseParser(source, settings.named), settings.options);
  const issueFile =
    options.issues === undefined ? undefined : await createIssueFile(context, path, options.issues);
  try {
    await digestFirst(source, signal);
    for await (const batch of parser.parse(source, { signal })) {
      const { records, issues } = linesOf(batch, tally);
      if (records !== '') await out.write(records);
      if (issues !== '') await issueFile?.writeFile(issues);
    }
  } finally {
    await issueFile?.close();
  }
}

function linesOf(batch: Batch, tally: IssueTally): { records: string; issues: string } {
  let records = '';
  let issues = '';
  for (const item of batch) {
    if (isRecord(item)) records += `${JSON.stringify(item)}\n`;
    else {
      tally.add(item);
      issues += `${JSON.stringify(item)}\n`;
    }
  }
  return { records, issues };
}

/** For its owner's eyes only, where the system knows such a thing: issues hold values of pupils. */
async function createIssueFile(context: Context, input: string, path: string): Promise<FileHandle> {
  const { cwd } = context.io;
  const file = resolve(cwd, path);
  if (
    existsSync(file) &&
    existsSync(resolve(cwd, input)) &&
    realpathSync(file) === realpathSync(resolve(cwd, input))
  )
    throw new UsageError('--issues names the file that is read, which would be lost.');
  try {
    return await open(file, 'w', 0o600);
  } catch (error) {
    throw new UsageError(`--issues ${path} can't be written (${systemCode(error) ?? 'unknown'}).`);
  }
}
