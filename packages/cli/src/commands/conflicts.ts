import type { Conflict, ConflictCount, ConflictsQuery, DataGroup, Loader } from '@rollbook/loader';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { writeJson, type Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import { databaseOption, identifyOption, jsonOption, numberOption, schoolOption } from '../option-values.js';
import { count, counted, plain, table } from '../text.js';

/** On a screen; JSON has them all unless told otherwise. */
const DEFAULT_LIMIT = 50;

interface ConflictsOptions {
  readonly db: Database;
  readonly school?: string;
  readonly group?: DataGroup;
  readonly accept?: readonly number[];
  readonly refuse?: readonly number[];
  readonly by?: string;
  readonly note?: string;
  readonly json?: true;
  readonly identify?: true;
  readonly limit?: number;
}

export function addConflictsCommand(
  program: Command,
  context: Context,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('conflicts')
    .description('show values that schools sent and that wait for a decision, or decide on them')
    .addOption(databaseOption())
    .addOption(schoolOption('only those of this school: LAESTAB, seven digits'))
    .addOption(new Option('--group <group>', 'only those of this data group, such as address'))
    .addOption(
      new Option('--accept <id...>', 'hold what was sent, from now on')
        .argParser(conflictId)
        .conflicts('refuse'),
    )
    .addOption(new Option('--refuse <id...>', 'keep what is held').argParser(conflictId))
    .addOption(new Option('--by <name>', 'who decides; needed to decide'))
    .addOption(new Option('--note <text>', 'why, for whoever looks later'))
    .addOption(
      numberOption(
        '--limit <n>',
        `show at most n conflicts; ${DEFAULT_LIMIT}, or all with --json, when not given`,
      ),
    )
    .addOption(identifyOption())
    .addOption(jsonOption('print one JSON object a line for each conflict; one for decisions'))
    .addHelpText(
      'after',
      `
Examples:
  rollbook conflicts --school 8561234 --identify
  rollbook conflicts --accept 12 13 --by "A. Officer"
  rollbook conflicts --refuse 14 --by "A. Officer" --note "The family moved in May"`,
    )
    .action(async (options: ConflictsOptions) => finish(await conflicts(context, options)));
}

function conflictId(value: string, before: readonly number[] | undefined): number[] {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('A conflict has a whole number.');
  return [...(before ?? []), Number(value)];
}

async function conflicts(context: Context, options: ConflictsOptions): Promise<ExitCode> {
  const { dataGroups } = await import('@rollbook/loader');
  if (options.group !== undefined && !dataGroups.includes(options.group))
    throw new UsageError(`Known data groups: ${dataGroups.join(', ')}.`);
  const store = await openExistingLoader(context, options.db);
  try {
    const ids = options.accept ?? options.refuse;
    if (ids === undefined) await list(context, store.loader, options);
    else await decide(context, store.loader, ids, options);
  } finally {
    await store.close();
  }
  return ExitCode.clean;
}

/** Codes of the loader by which the command was given wrongly. */
const wrongly: ReadonlySet<string> = new Set([
  'invalid-decision',
  'unknown-conflict',
  'conflict-closed',
  'conflicts-contradict',
]);

async function decide(
  context: Context,
  loader: Loader,
  ids: readonly number[],
  { accept, by, note, json }: ConflictsOptions,
): Promise<void> {
  if (by === undefined) throw new UsageError('A decision needs --by, the name of who takes it.');
  const decision = accept === undefined ? 'refuse' : 'accept';
  const resolved = await loader
    .resolveConflict({ ids, decision, by, ...(note === undefined ? {} : { note }) })
    .catch((error: unknown) => {
      const known = error instanceof Error && 'code' in error && wrongly.has(String(error.code));
      throw known ? new UsageError(error.message) : error;
    });
  if (json) {
    await writeJson(context, {
      resolved: resolved.map(({ conflictId: id, state }) => ({ conflictId: id, state })),
    });
  } else {
    await context.out.write(
      `${counted(resolved.length, 'conflict')} ${decision === 'accept' ? 'accepted' : 'refused'}\n`,
    );
  }
}

async function list(context: Context, loader: Loader, options: ConflictsOptions): Promise<void> {
  const { out, signal } = context;
  const { school, group, json } = options;
  const identify = options.identify === true;
  const limit = options.limit ?? (json ? undefined : DEFAULT_LIMIT);
  const query: ConflictsQuery = {
    ...(school === undefined ? {} : { school }),
    ...(group === undefined ? {} : { group }),
    ...(limit === undefined ? {} : { limit }),
  };
  let shown = 0;
  for await (const conflict of loader.conflicts(query)) {
    signal.throwIfAborted();
    shown++;
    await out.write(
      json ? `${JSON.stringify(conflictJson(conflict, identify))}\n` : conflictText(conflict, identify),
    );
  }
  if (json) return;
  const counts = (await loader.conflictCounts(school === undefined ? {} : { school })).filter(
    (one) => group === undefined || one.group === group,
  );
  await out.write(countsText(counts, shown));
}

/** A record's key may hold a name, so it is shown only with `identify`. */
function subjectOf({ item, field, kind }: Conflict, identify: boolean): string {
  return identify ? item : (field ?? kind);
}

function conflictJson(conflict: Conflict, identify: boolean): unknown {
  const { conflictId: id, school, group, kind, state, raisedAt, incoming, held } = conflict;
  const side = (part: typeof incoming | typeof held): unknown => {
    if (part === null) return null;
    const { source } = part;
    const from =
      source === null
        ? null
        : { school: source.school, loadId: source.loadId, file: source.file.name ?? null, asOf: source.asOf };
    return identify ? { value: part.value, source: from } : { source: from };
  };
  return {
    ...{ conflictId: id, school, group, kind, field: conflict.field ?? null, state, raisedAt },
    held: side(held),
    incoming: side(incoming),
    ...(identify ? { personId: conflict.personId, pupilKey: conflict.pupilKey, item: conflict.item } : {}),
  };
}

function conflictText(conflict: Conflict, identify: boolean): string {
  const { conflictId: id, school, group, incoming, held } = conflict;
  const { file, loadId } = incoming.source;
  const person = identify ? `  ${conflict.personId}` : '';
  const subject = plain(subjectOf(conflict, identify));
  const line = `${id}  ${plain(school ?? '(no school)')}  ${group}  ${subject}${person}  (load ${loadId}, ${plain(file.name ?? '(stdin)')})\n`;
  if (!identify) return line;
  const value = (part: unknown): string => plain(typeof part === 'string' ? part : JSON.stringify(part));
  const from = held?.source
    ? `  (${plain(held.source.school ?? 'no school')}, load ${held.source.loadId})`
    : '';
  return `${line}  held  ${held === null ? 'nothing' : value(held.value)}${from}\n  sent  ${value(incoming.value)}\n`;
}

function countsText(counts: readonly ConflictCount[], shown: number): string {
  const total = counts.reduce((sum, { conflicts: one }) => sum + one, 0);
  if (total === 0) return 'No conflicts wait for a decision.\n';
  const rows = counts.map(({ school, group, conflicts: one, persons }) => [
    plain(school ?? '(no school)'),
    group,
    count(one),
    counted(persons, 'person', 'persons'),
  ]);
  const hidden = total > shown ? `; the first ${count(shown)} shown` : '';
  return `${counted(total, 'conflict')} to decide on${hidden}\n${table(rows, [2])}\n`;
}
