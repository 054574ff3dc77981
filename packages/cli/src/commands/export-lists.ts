import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Loader, PupilWithRecords } from '@rollbook/loader';
import type { Issue } from '@rollbook/parser-kit';
import type * as target from '@rollbook/target-profile';
import type { ProfileCsv, ProfileCsvBalance, StartersLeaversKind } from '@rollbook/target-profile';
import { todayInEngland } from '@rollbook/validate';
import { Option, type Command } from 'commander';
import { writeJson, type Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { systemCode, UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import {
  ExportFolder,
  outFolderOption,
  plainCounts,
  schoolsOption,
  withheldOf,
  withholdOption,
} from '../export-options.js';
import { databaseOption, dayOf, jsonOption } from '../option-values.js';
import { counted, plain } from '../text.js';

type Profile = typeof target;

interface ListOptions {
  readonly db: Database;
  readonly school?: readonly string[];
  readonly out: string;
  readonly by: string;
  readonly withholdAddresses?: string;
  readonly json?: true;
}

interface ProfileCsvOptions extends ListOptions {
  readonly layout: string;
  readonly date?: string;
  readonly special?: true;
}

interface StartersOptions extends ListOptions {
  readonly list: StartersLeaversKind;
  readonly from: string;
  readonly to?: string;
}

const common = (command: Command): Command =>
  command
    .addOption(databaseOption())
    .addOption(schoolsOption().makeOptionMandatory(false))
    .addOption(outFolderOption())
    .requiredOption('--by <name>', 'who exports, for the audit trail')
    .addOption(withholdOption())
    .addOption(jsonOption());

export function addExportListCommands(
  parent: Command,
  context: Context,
  finish: (code: ExitCode) => void,
): void {
  common(
    parent
      .command('profile-csv')
      .description('a CSV by a declared layout, for Profile and other systems of youth support'),
  )
    .requiredOption(
      '--layout <name>',
      'roll, intended-destinations, early-leavers, or a file: docs/formats/profile.md',
    )
    .addOption(
      new Option('--date <date>', 'the day that is told of, YYYY-MM-DD; today when not given').argParser(
        dayOf,
      ),
    )
    .option(
      '--special',
      'fills columns of ethnicity, SEN, free meals and exclusions, where an agreement names them',
    )
    .action(async (options: ProfileCsvOptions) => finish(await profileCsv(context, options)));
  common(
    parent
      .command('starters-leavers')
      .description('who began or ended at a school or in training between two days, as One IYSS takes it'),
  )
    .addOption(
      new Option('--list <list>', 'education or training')
        .choices(['education', 'training'])
        .makeOptionMandatory(),
    )
    .requiredOption('--from <date>', 'first day, YYYY-MM-DD', dayOf)
    .addOption(new Option('--to <date>', 'last day; today when not given').argParser(dayOf))
    .action(async (options: StartersOptions) => finish(await startersLeavers(context, options)));
}

async function* pupilsOf(
  loader: Loader,
  schools: readonly string[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<PupilWithRecords, void, undefined> {
  for (const school of schools === undefined ? [undefined] : new Set(schools))
    for await (const page of loader.pupils(school === undefined ? { signal } : { school, signal }))
      yield* page;
}

async function profileCsv(context: Context, options: ProfileCsvOptions): Promise<ExitCode> {
  const profile = await import('@rollbook/target-profile');
  const layout = await layoutOf(context, profile, options.layout);
  const withholdAddress = await withheldOf(context, options.withholdAddresses);
  const date = options.date ?? todayInEngland();
  const store = await openExistingLoader(context, options.db);
  try {
    const issues: Record<string, number> = {};
    let errors = 0;
    let balance: ProfileCsvBalance | undefined;
    const onIssue = ({ code, severity }: Issue): void => {
      issues[code] = (issues[code] ?? 0) + 1;
      if (severity === 'error') errors++;
    };
    const pieces = profile.writeProfileCsv(pupilsOf(store.loader, options.school, context.signal), layout, {
      ...{ date, withholdAddress, onIssue },
      ...(options.special ? { special: 'include' as const } : {}),
      onBalance: (done) => (balance = done),
    });
    const name = `profile_${layout.id}_${date}.csv`;
    const folder = await ExportFolder.open(context, options.out);
    await folder.write(name, profile.encodeProfileCsv(pieces, layout, onIssue), {
      counts: () => ({
        pupils: balance?.written ?? 0,
        records: balance?.written ?? 0,
        withheld: plainCounts(balance?.withheld),
      }),
    });
    await folder.note(store.loader, { target: 'profile-csv', by: options.by, school: null });
    if (options.json) await writeJson(context, { file: name, balance, issues });
    else {
      const told = Object.entries(issues).map(([code, some]) => `${code} ${some}`);
      await context.out.write(
        `${name}: ${counted(balance?.received ?? 0, 'pupil')}, ${counted(balance?.written ?? 0, 'row')}\n` +
          (told.length === 0 ? '' : `  issues: ${told.join(', ')}\n`),
      );
    }
    return errors > 0 ? ExitCode.dataErrors : ExitCode.clean;
  } finally {
    await store.close();
  }
}

async function layoutOf({ io }: Context, profile: Profile, named: string): Promise<ProfileCsv> {
  const known = Object.hasOwn(profile.profileLayouts, named) ? profile.profileLayouts[named] : undefined;
  if (known) return known;
  let text: string;
  try {
    text = await readFile(resolve(io.cwd, named), 'utf8');
  } catch (error) {
    const names = Object.keys(profile.profileLayouts).join(', ');
    throw new UsageError(
      `--layout ${named} is none of ${names}, and no file that can be read (${systemCode(error) ?? 'unknown'}).`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`--layout ${named} is no JSON.`);
  }
  const read = profile.profileCsvSchema.safeParse(json);
  if (read.success) return read.data;
  const faults = read.error.issues.map(
    ({ path, message }) => `${plain(path.map(String).join('.'))}: ${plain(message)}`,
  );
  throw new UsageError(`--layout ${named}:\n  ${faults.join('\n  ')}`);
}

async function startersLeavers(context: Context, options: StartersOptions): Promise<ExitCode> {
  const profile = await import('@rollbook/target-profile');
  const { list, from, to = todayInEngland() } = options;
  if (to < from) throw new UsageError('--to comes before --from.');
  const withholdAddress = await withheldOf(context, options.withholdAddresses);
  const store = await openExistingLoader(context, options.db);
  try {
    let rows = 0;
    const make = list === 'education' ? profile.educationRows : profile.trainingRows;
    async function* counting(): AsyncGenerator<target.StartersLeaversRow, void, undefined> {
      for await (const row of make(pupilsOf(store.loader, options.school, context.signal), {
        from,
        to,
        withholdAddress,
      })) {
        rows++;
        yield row;
      }
    }
    const name = `starters_leavers_${list}_${from}_${to}.csv`;
    const folder = await ExportFolder.open(context, options.out);
    await folder.write(name, profile.writeStartersLeavers(list, counting()), {
      counts: () => ({ pupils: rows, records: rows }),
    });
    await folder.note(store.loader, { target: 'starters-leavers', by: options.by, school: null });
    if (options.json) await writeJson(context, { file: name, rows });
    else await context.out.write(`${name}: ${counted(rows, 'row')}\n`);
    return ExitCode.clean;
  } finally {
    await store.close();
  }
}
