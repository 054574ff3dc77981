import type { QuarantinedRecord } from '@rollbook/loader';
import type { Command } from 'commander';
import type { Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { ExitCode } from '../exit-codes.js';
import { databaseOption, identifyOption, jsonOption, numberOption } from '../option-values.js';
import { sightingOf } from '../report.js';
import { count, counted, placeText, plain } from '../text.js';

/** On a screen; JSON has them all unless told otherwise. */
const DEFAULT_LIMIT = 50;

interface QuarantineOptions {
  readonly db: Database;
  readonly json?: true;
  readonly identify?: true;
  readonly limit?: number;
}

export function addQuarantineCommand(
  program: Command,
  context: Context,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('quarantine')
    .description('show the records that wait in quarantine, the oldest first, and why')
    .addOption(databaseOption())
    .addOption(
      numberOption(
        '--limit <n>',
        `show at most n records; ${DEFAULT_LIMIT}, or all with --json, when not given`,
      ),
    )
    .addOption(identifyOption())
    .addOption(jsonOption('print one JSON object a line for each record'))
    .action(async (options: QuarantineOptions) => finish(await quarantine(context, options)));
}

async function quarantine(context: Context, options: QuarantineOptions): Promise<ExitCode> {
  const { out, signal } = context;
  const identify = options.identify === true;
  const limit = options.limit ?? (options.json ? Infinity : DEFAULT_LIMIT);
  const store = await openExistingLoader(context, options.db);
  let total = 0;
  try {
    for await (const record of store.loader.quarantine()) {
      signal.throwIfAborted();
      if (++total > limit) {
        if (options.json) break;
        continue;
      }
      await out.write(
        options.json ? `${JSON.stringify(recordJson(record, identify))}\n` : recordText(record, identify),
      );
    }
  } finally {
    await store.close();
  }
  if (!options.json) {
    const hidden = total > limit ? `; the first ${count(limit)} shown` : '';
    await out.write(`${counted(total, 'record')} in quarantine${hidden}\n`);
  }
  return ExitCode.clean;
}

function recordJson(entry: QuarantinedRecord, identify: boolean): unknown {
  const { quarantineId, school, kind, reasons, firstLoadId, lastLoadId, record, issues } = entry;
  const shown = { quarantineId, school, kind, reasons, firstLoadId, lastLoadId };
  const told = issues.map((issue) => {
    const { code, severity, message, help } = issue;
    return { code, severity, message, help, ...sightingOf(issue, identify) };
  });
  const { file, place } = record.provenance;
  const rest = { file, place, issues: told };
  return identify ? { ...shown, ...rest, record } : { ...shown, ...rest };
}

function recordText(entry: QuarantinedRecord, identify: boolean): string {
  const { kind, reasons, record, issues, lastLoadId } = entry;
  const { file, place } = record.provenance;
  const where = [plain(file.name ?? '(stdin)'), placeText(place)].filter((part) => part !== '').join(', ');
  const key = identify ? `  ${plain(record.key)}` : '';
  let text = `${kind}${key}  ${reasons.join(', ')}  (load ${lastLoadId}, ${where})\n`;
  for (const issue of issues) {
    const field = issue.field === undefined ? '' : `  ${plain(issue.field)}`;
    const value = identify && issue.value !== undefined ? `  ${JSON.stringify(plain(issue.value))}` : '';
    text += `  ${issue.severity}  ${plain(issue.code)}  ${issue.message}${field}${value}\n`;
  }
  return text;
}
