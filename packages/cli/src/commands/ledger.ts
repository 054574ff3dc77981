import type { LedgerEntry } from '@rollbook/loader';
import type { Command } from 'commander';
import { writeJson, type Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { ExitCode } from '../exit-codes.js';
import { databaseOption, jsonOption, numberOption } from '../option-values.js';
import { count, placeText, plain, table } from '../text.js';

const DEFAULT_LIMIT = 50;

interface LedgerOptions {
  readonly db: Database;
  readonly json?: true;
  readonly limit?: number;
}

export function addLedgerCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  program
    .command('ledger')
    .description('show the loads of a store, the newest first, also those that failed')
    .addOption(databaseOption())
    .addOption(numberOption('--limit <n>', `show at most n loads; ${DEFAULT_LIMIT} when not given`))
    .addOption(jsonOption())
    .action(async (options: LedgerOptions) => finish(await ledger(context, options)));
}

async function ledger(context: Context, options: LedgerOptions): Promise<ExitCode> {
  const store = await openExistingLoader(context, options.db);
  try {
    const loads = await store.loader.ledger({ limit: options.limit ?? DEFAULT_LIMIT });
    if (options.json) await writeJson(context, { loads });
    else if (loads.length === 0) await context.out.write('Nothing was loaded yet.\n');
    else await context.out.write(`${ledgerText(loads)}\n`);
  } finally {
    await store.close();
  }
  return ExitCode.clean;
}

function ledgerText(loads: readonly LedgerEntry[]): string {
  const heading = [
    'load',
    'started (UTC)',
    'received',
    'loaded',
    'unchanged',
    'quarantined',
    'errors',
    'file',
  ];
  const rows = loads.map((load) => {
    const { loadId, startedAt, received, loaded, unchanged, quarantined, issues, file } = load;
    const figures = [received, loaded, unchanged, quarantined, issues.error].map(count);
    const started = startedAt.slice(0, 19).replace('T', ' ');
    return [String(loadId), started, ...figures, plain(file.name ?? '(stdin)') + failureText(load)];
  });
  return table([heading, ...rows], [0, 2, 3, 4, 5, 6]);
}

function failureText({ failure, state }: LedgerEntry): string {
  if (failure === null) return state === 'merged' ? '' : `: ${state}, not merged yet`;
  const place = placeText(failure.place);
  return `: failed, ${plain(failure.code)}${place === '' ? '' : ` (${place})`}`;
}
