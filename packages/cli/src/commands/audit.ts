import type { AuditHead, AuditRecord } from '@rollbook/loader';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { writeJson, type Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { ExitCode } from '../exit-codes.js';
import { databaseOption, dayOf, jsonOption, numberOption } from '../option-values.js';
import { count, counted, plain } from '../text.js';

/** On a screen; JSON has them all unless told otherwise. */
const DEFAULT_LIMIT = 50;

interface AuditOptions {
  readonly db: Database;
  readonly verify?: true;
  readonly expect?: AuditHead;
  readonly action?: string;
  readonly since?: string;
  readonly after?: number;
  readonly limit?: number;
  readonly json?: true;
}

export function addAuditCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  program
    .command('audit')
    .description('show the audit trail of a store, or check that nobody changed it')
    .addOption(databaseOption())
    .option('--verify', 'compute every hash anew; exit code 1 when the trail is broken')
    .addOption(
      new Option(
        '--expect <head>',
        'with --verify: a head of earlier, as it printed it, that must still be there',
      )
        .argParser(head)
        .implies({ verify: true }),
    )
    .addOption(new Option('--action <action>', 'only entries of this action, such as erased'))
    .addOption(new Option('--since <date>', 'only entries of this day (UTC) or later').argParser(dayOf))
    .addOption(numberOption('--after <n>', 'go on after the entry of this number'))
    .addOption(
      numberOption(
        '--limit <n>',
        `show at most n entries; ${DEFAULT_LIMIT}, or all with --json, when not given`,
      ),
    )
    .addOption(jsonOption('print one JSON object a line for each entry; one for --verify'))
    .addHelpText(
      'after',
      `
Examples:
  rollbook audit --action erased --json
  rollbook audit --verify
  rollbook audit --verify --expect 1204:5f0c...`,
    )
    .action(async (options: AuditOptions) => finish(await audit(context, options)));
}

function head(value: string): AuditHead {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(value) ?? [];
  if (sequence === undefined || hash === undefined)
    throw new InvalidArgumentError('A head is a number, a colon and 64 hex digits.');
  return { sequence: Number(sequence), hash };
}

async function audit(context: Context, options: AuditOptions): Promise<ExitCode> {
  const store = await openExistingLoader(context, options.db);
  try {
    if (options.verify) {
      const { expect, json } = options;
      const check = await store.loader.verifyAudit(expect ? { expect } : {});
      if (json) await writeJson(context, check);
      else {
        const end = check.head === null ? '' : `\nhead ${check.head.sequence}:${check.head.hash}`;
        const found = check.ok
          ? 'the trail is as it was written'
          : `the trail is broken at entry ${check.brokenAt}`;
        await context.out.write(`${counted(check.entries, 'entry', 'entries')}: ${found}${end}\n`);
      }
      return check.ok ? ExitCode.clean : ExitCode.dataErrors;
    }
    const { action, since, after, json } = options;
    const limit = options.limit ?? (json ? undefined : DEFAULT_LIMIT);
    const query = {
      ...(action === undefined ? {} : { action }),
      ...(since === undefined ? {} : { since: `${since}T00:00:00Z` }),
      ...(after === undefined ? {} : { after }),
      ...(limit === undefined ? {} : { limit }),
    };
    let shown = 0;
    for await (const entry of store.loader.audit(query)) {
      context.signal.throwIfAborted();
      shown++;
      await context.out.write(json ? `${JSON.stringify(entry)}\n` : entryText(entry));
    }
    if (!json && shown === 0) await context.out.write('No entries.\n');
  } finally {
    await store.close();
  }
  return ExitCode.clean;
}

function entryText({ sequence, at, action, actor, school, loadId, subjects }: AuditRecord): string {
  const parts = [
    String(sequence),
    at.slice(0, 19).replace('T', ' '),
    plain(action),
    actor === null ? '(loader)' : plain(actor),
    ...(school === null ? [] : [plain(school)]),
    ...(loadId === null ? [] : [`load ${count(loadId)}`]),
    ...(subjects.length === 0 ? [] : [`about ${counted(subjects.length, 'subject')}`]),
  ];
  return `${parts.join('  ')}\n`;
}
