import { existsSync, realpathSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Encoding } from '@rollbook/parser-kit';
import {
  formatMapping,
  type MappingSuggestion,
  type SuggestedColumn,
  suggestMapping,
} from '@rollbook/parser-spreadsheet';
import { todayInEngland } from '@rollbook/validate';
import type { Command } from 'commander';
import { attempt, tellFailure, type Context } from '../context.js';
import { systemCode, UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import { labelOf, openInput } from '../input.js';
import { encodingOption, schoolOption } from '../option-values.js';
import { placeText, plain, table } from '../text.js';

interface MapOptions {
  readonly output?: string;
  readonly force?: true;
  readonly school?: string;
  readonly encoding?: Encoding;
}

export function addMapCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  program
    .command('map')
    .description(
      'propose what the columns of a spreadsheet hold, as a mapping (YAML) to check and to read it by',
    )
    .argument('<file>', 'the spreadsheet: .xlsx, .ods, or delimited text; - for standard input')
    .option('-o, --output <file>', 'write the mapping to this file; else to standard output')
    .option('--force', 'replace the file of --output')
    .addOption(schoolOption('write this school into the mapping: LAESTAB, seven digits'))
    .addOption(encodingOption())
    .addHelpText(
      'after',
      `
How sure each column is and why is told on standard error, and in the mapping above each column. No value of the file
comes into either. Check it, then: rollbook parse FILE --mapping FILE.yaml`,
    )
    .action(async (path: string, options: MapOptions) => finish(await map(context, path, options)));
}

async function map(context: Context, path: string, options: MapOptions): Promise<ExitCode> {
  const { out, signal } = context;
  const { output, school, encoding } = options;
  if (output === undefined && options.force === true) throw new UsageError('--force goes with --output.');
  if (output !== undefined) checkOutput(context, path, output, options.force === true);
  const tried = await attempt(context, async () =>
    suggestMapping(await openInput(context, path), { school, encoding, signal, today: todayInEngland() }),
  );
  if (tried.failure !== undefined) {
    await tellFailure(context, labelOf(path), tried.failure);
    return tried.failure.exitCode;
  }
  const suggestion = tried.value;
  const yaml = formatMapping(suggestion.mapping, {
    heading: `Mapping of ${plain(labelOf(path))}, proposed by rollbook map. Check each column;\nfields: docs/formats/spreadsheet.md. Numbers: how sure it is, from 0 to 1.`,
    comments: suggestion.columns,
  });
  if (output === undefined) await out.write(yaml);
  else await writeMapping(context, output, yaml, options.force === true);
  await tell(context, path, suggestion);
  return ExitCode.clean;
}

function checkOutput({ io }: Context, input: string, output: string, force: boolean): void {
  const file = resolve(io.cwd, output);
  if (!existsSync(file)) return;
  const read = resolve(io.cwd, input);
  if (existsSync(read) && realpathSync(file) === realpathSync(read))
    throw new UsageError('--output names the file that is read, which would be lost.');
  if (!force) throw new UsageError(`--output ${output} is there already; --force replaces it.`);
}

async function writeMapping({ io }: Context, output: string, yaml: string, force: boolean): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, output), yaml, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    throw new UsageError(`--output ${output} can't be written (${systemCode(error) ?? 'unknown'}).`);
  }
}

async function tell(context: Context, path: string, { columns, issues }: MappingSuggestion): Promise<void> {
  const { err, errColours: colours } = context;
  const sheets = new Set(columns.map(({ sheet }) => sheet));
  const rows = columns.map((column) => [
    ...(sheets.size > 1 ? [plain(column.sheet)] : []),
    column.letter,
    plain(column.column),
    column.confidence.toFixed(2),
    fieldText(column),
    column.reason,
  ]);
  await err.write(`${colours.bold(`${plain(labelOf(path))}:`)} ${columns.length} columns\n`);
  await err.write(`${table(rows).replace(/^/gm, '  ')}\n`);
  for (const { message, place, field, help } of issues) {
    const where = [placeText(place), field === undefined ? '' : plain(field)].filter((part) => part !== '');
    await err.write(
      `  ${colours.yellow('look')}  ${message}${where.length === 0 ? '' : `  ${where.join(', ')}`}\n        ${help}\n`,
    );
  }
}

function fieldText({ field, number, alternatives }: SuggestedColumn): string {
  if (field !== undefined) return number === undefined ? field : `${field} ${number}`;
  return alternatives.length === 0 ? 'extension' : `extension (or ${alternatives.slice(0, 2).join(', ')})`;
}
