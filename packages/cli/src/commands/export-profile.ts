import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Loader, PupilWithRecords } from '@rollbook/loader';
import { type Issue, openSource } from '@rollbook/parser-kit';
import type * as target from '@rollbook/target-profile';
import type {
  ExportChanges,
  ExportState,
  NccisHeader,
  NccisYoungPerson,
  SnapshotBalance,
} from '@rollbook/target-profile';
import { todayInEngland } from '@rollbook/validate';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { writeJson, type Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import {
  ExportFolder,
  outFolderOption,
  plainCounts,
  rangeAsUsage,
  schoolsOption,
  withheldOf,
  withholdOption,
} from '../export-options.js';
import { databaseOption, dayOf, jsonOption } from '../option-values.js';
import { reportToFile } from '../report-file.js';
import { count, counted } from '../text.js';
import { version } from '../version.js';

type Profile = typeof target;

const formats = ['xml', 'csv', 'survey'] as const;
const groups = ['ethnicity', 'sen', 'characteristics'] as const;

interface ExportProfileOptions {
  readonly db: Database;
  readonly school?: readonly string[];
  readonly out?: string;
  readonly dryRun?: true;
  readonly by?: string;
  readonly date: string;
  readonly la: string;
  readonly database: string;
  readonly format: (typeof formats)[number];
  readonly include?: readonly (typeof groups)[number][];
  readonly withholdAddresses?: string;
  readonly state?: string;
  readonly full?: true;
  readonly enrolments?: true;
  readonly notKnown?: true;
  readonly json?: true;
}

export function addExportProfileCommand(
  parent: Command,
  context: Context,
  finish: (code: ExitCode) => void,
): void {
  parent
    .command('profile')
    .description('the NCCIS return of a day for youth support, from young people’s histories')
    .addOption(databaseOption())
    .addOption(schoolsOption().makeOptionMandatory(false))
    .requiredOption('--date <date>', 'the day that is told of, YYYY-MM-DD: the end of the month', dayOf)
    .requiredOption('--la <number>', 'the authority that leads, three digits', threeDigits)
    .requiredOption('--database <id>', 'the id of the NCCIS database, three digits', threeDigits)
    .addOption(outFolderOption().makeOptionMandatory(false))
    .addOption(new Option('--dry-run', 'say what would be written, and write nothing').conflicts('out'))
    .option('--by <name>', 'who exports, for the audit trail; needed to write')
    .addOption(
      new Option('--format <format>', 'the monthly XML, the flat CSV, or the survey of 1 November')
        .choices(formats)
        .default('xml'),
    )
    .addOption(
      new Option(
        '--include <group...>',
        'sensitive data to send; a complete return needs ethnicity and sen; none when not given',
      ).choices(groups),
    )
    .addOption(withholdOption())
    .option(
      '--state <file>',
      'only what changed since the export that left this file, which is brought up to date',
    )
    .option('--full', 'with --state: everybody, and a new state')
    .option('--enrolments', 'for one without an activity, what the enrolment at a school stands for')
    .option('--not-known', 'for one whose last activity has ended, “not known” from the day after')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  rollbook export profile --date 2026-10-31 --la 856 --database 123 --dry-run
  rollbook export profile --date 2026-10-31 --la 856 --database 123 --include ethnicity sen \\
    --state nccis.state --out to-nccis --by "A. Officer"

The secret for the state's digests is taken from ROLLBOOK_EXPORT_SECRET; without one a salt stands in the file.`,
    )
    .action(async (options: ExportProfileOptions) => finish(await exportProfile(context, options)));
}

function threeDigits(value: string): string {
  if (!/^\d{3}$/.test(value)) throw new InvalidArgumentError('It has three digits.');
  return value;
}

/** What came of it, as `--json` has it. */
interface Outcome {
  readonly balance: SnapshotBalance;
  readonly changes: Omit<ExportChanges, 'state'> | null;
  readonly issues: Readonly<Record<string, number>>;
  readonly errors: number;
  readonly file: string | null;
}

async function exportProfile(context: Context, options: ExportProfileOptions): Promise<ExitCode> {
  const profile = await import('@rollbook/target-profile');
  const { out, by, dryRun, state, full, format, date } = options;
  if (!dryRun && (out === undefined || by === undefined))
    throw new UsageError('To write files it takes --out and --by; --dry-run writes none.');
  if (full && state === undefined) throw new UsageError('--full goes with --state.');
  if (format === 'survey' && !date.endsWith('-11-01'))
    throw new UsageError('The survey is of 1 November: --date YYYY-11-01.');
  const withhold = await withheldOf(context, options.withholdAddresses);
  const before = state === undefined ? undefined : await readState(context, profile, state);
  const store = await openExistingLoader(context, options.db);
  try {
    const outcome = await rangeAsUsage(() =>
      write(context, { profile, loader: store.loader, options, withhold, before }),
    );
    if (options.json) await writeJson(context, outcome);
    else await context.out.write(outcomeText(outcome));
    return outcome.errors > 0 ? ExitCode.dataErrors : ExitCode.clean;
  } finally {
    await store.close();
  }
}

async function readState(context: Context, profile: Profile, file: string): Promise<ExportState> {
  const secret = context.io.env.ROLLBOOK_EXPORT_SECRET;
  const path = resolve(context.io.cwd, file);
  return rangeAsUsage(async () =>
    existsSync(path)
      ? profile.readExportState(await openSource(path), { secret })
      : profile.emptyExportState({ secret }),
  );
}

interface Job {
  readonly profile: Profile;
  readonly loader: Loader;
  readonly options: ExportProfileOptions;
  readonly withhold: Awaited<ReturnType<typeof withheldOf>>;
  readonly before: ExportState | undefined;
}

async function write(context: Context, job: Job): Promise<Outcome> {
  const { profile, loader, options, withhold, before } = job;
  const { date, la, database, format, include = [], by = '', out } = options;
  const issues: Record<string, number> = {};
  let errors = 0;
  let balance: SnapshotBalance | undefined;
  let changes: ExportChanges | undefined;
  const onIssue = ({ code, severity }: Issue): void => {
    issues[code] = (issues[code] ?? 0) + 1;
    if (severity === 'error') errors++;
  };
  const people = (): AsyncIterable<NccisYoungPerson> => {
    const snapshot = profile.youngPeople(pagesOf(loader, options.school, context.signal), {
      ...{ date, leadLa: la, withholdAddress: withhold, activityDetails: profile.activityDetailsOf },
      signal: context.signal,
      ...(include.includes('ethnicity') ? { ethnicity: 'include' as const } : {}),
      ...(include.includes('sen') ? { sen: 'include' as const } : {}),
      ...(include.includes('characteristics') ? { characteristics: 'include' as const } : {}),
      ...(options.enrolments ? { activityFrom: 'enrolment' as const } : {}),
      ...(options.notKnown ? { withoutActivity: 'not-known' as const } : {}),
      onBalance: (done) => (balance = done),
    });
    const all = profile.peopleOf(snapshot, onIssue);
    if (!before) return all;
    const mode = options.full ? 'full' : 'changes';
    return changedPeople(
      profile.changedSince(before, all, { mode, exportedOn: date, onEnd: (end) => (changes = end) }),
    );
  };
  let written = 0;
  const header = headerOf(options);
  const checker = profile.createNccisChecker(header);
  async function* counting(): AsyncGenerator<NccisYoungPerson, void, undefined> {
    for await (const person of people()) {
      written++;
      for (const issue of checker.check(person)) onIssue(issue);
      yield person;
    }
  }

  const name =
    format === 'survey'
      ? `NCCIS_${database}_survey_${date}.csv`
      : profile.nccisFileName({ databaseId: database, periodEnd: date, format });
  const text = textOf(profile, options, counting());
  if (out === undefined) await readThrough(text);
  else {
    const folder = await ExportFolder.open(context, out);
    await folder.write(name, text, {
      counts: () => ({ pupils: written, records: written, withheld: plainCounts(balance?.withheld) }),
    });
    await folder.note(loader, { target: 'profile', by, school: null });
    if (changes && options.state !== undefined)
      await keepState(context, profile, options.state, changes.state);
  }
  return {
    balance: balance ?? { received: 0, written: 0, leftOut: {}, withheld: {} },
    changes: changes ? withoutState(changes) : null,
    ...{ issues, errors },
    file: out === undefined ? null : name,
  };
}

function withoutState({
  received,
  new: added,
  changed,
  unchanged,
  untracked,
  gone,
}: ExportChanges): Omit<ExportChanges, 'state'> {
  return { received, new: added, changed, unchanged, untracked, gone };
}

async function* pagesOf(
  loader: Loader,
  schools: readonly string[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly PupilWithRecords[], void, undefined> {
  if (schools === undefined) yield* loader.pupils({ signal });
  else for (const school of new Set(schools)) yield* loader.pupils({ school, signal });
}

/** Where nothing is written, the people are looked at all the same. */
async function readThrough(text: AsyncIterable<string>): Promise<void> {
  const pieces = text[Symbol.asyncIterator]();
  while ((await pieces.next()).done !== true);
}

async function* changedPeople(
  changes: AsyncIterable<target.ExportChange>,
): AsyncGenerator<NccisYoungPerson, void, undefined> {
  for await (const change of changes) if ('person' in change) yield change.person;
}

function textOf(
  profile: Profile,
  options: ExportProfileOptions,
  people: AsyncIterable<NccisYoungPerson>,
): AsyncIterable<string> {
  const { date, format } = options;
  if (format === 'csv') return profile.writeNccisCsv(people);
  if (format === 'survey')
    return profile.writeActivitySurvey(people, { year: Number(date.slice(0, 4)), escapeFormulas: true });
  return profile.writeNccisXml(headerOf(options), people);
}

function headerOf({ date, la, database }: ExportProfileOptions): NccisHeader {
  const today = todayInEngland();
  return {
    databaseIds: [database],
    sourceLeas: [la],
    dateOfSend: today > date ? today : date,
    periodEnd: date,
    ...{ supplierName: 'Rollbook', supplierXmlVersion: version, xmlSchemaVersion: '1.0' },
  };
}

async function keepState(
  context: Context,
  profile: Profile,
  file: string,
  state: ExportState,
): Promise<void> {
  const output = await reportToFile(context, file, []);
  try {
    for await (const piece of profile.writeExportState(state)) await output.write(piece);
    await output.done();
  } finally {
    await output.abandon();
  }
}

function outcomeText({ balance, changes, issues, file }: Outcome): string {
  const { received, written, leftOut, withheld } = balance;
  const list = (counts: Readonly<Partial<Record<string, number>>>): string =>
    Object.entries(counts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, some]) => `${name} ${count(some ?? 0)}`)
      .join(', ');
  const lines = [
    `${counted(received, 'pupil')}: ${counted(written, 'young person', 'young people')} in the return`,
  ];
  if (Object.keys(leftOut).length > 0) lines.push(`  left out: ${list(leftOut)}`);
  if (Object.keys(withheld).length > 0) lines.push(`  not sent: ${list(withheld)}`);
  if (changes) {
    const { new: added, changed, unchanged, gone } = changes;
    lines.push(
      `  since the last export: ${count(added)} new, ${count(changed)} changed, ${count(unchanged)} unchanged, ${count(gone)} gone`,
    );
  }
  if (Object.keys(issues).length > 0) lines.push(`  issues: ${list(issues)}`);
  if (file !== null) lines.push(`  ${file}`);
  return `${lines.join('\n')}\n`;
}
