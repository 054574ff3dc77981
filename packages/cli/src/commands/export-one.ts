import type { Loader, Rejection } from '@rollbook/loader';
import { todayInEngland } from '@rollbook/validate';
import type * as target from '@rollbook/target-one';
import type {
  B2bSummary,
  OneCtfSummary,
  OnePreview,
  SensitiveGroup,
  TargetPupil,
} from '@rollbook/target-one';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { writeJson, type Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import {
  changedSinceOption,
  ExportFolder,
  outFolderOption,
  plainCounts,
  rangeAsUsage,
  schoolsOption,
  withheldOf,
  withholdOption,
} from '../export-options.js';
import { exportText, type SchoolExport } from '../export-text.js';
import { chooseParser, openInput } from '../input.js';
import {
  loaderSettings,
  matchingOption,
  processingOption,
  type LoaderSettingsOptions,
} from '../loader-settings.js';
import { databaseOption, dayOf, identifyOption, jsonOption, numberOption } from '../option-values.js';
import { version } from '../version.js';

const formats = ['ctf', 'csv', 'b2b'] as const;
/** B2B XML is an experiment, and written only when it is asked for. */
const usual: readonly (typeof formats)[number][] = ['ctf', 'csv'];

interface ExportOneOptions extends LoaderSettingsOptions {
  readonly db: Database;
  readonly school: readonly string[];
  readonly out?: string;
  readonly dryRun?: true;
  readonly by?: string;
  readonly format: readonly (typeof formats)[number][];
  readonly la?: string;
  readonly schoolName?: string;
  readonly ctfVersion?: string;
  readonly sequence: number;
  readonly include?: readonly SensitiveGroup[];
  readonly withholdAddresses?: string;
  readonly changedSince?: number;
  readonly known?: string;
  readonly guidNamespace?: string;
  readonly asOf?: string;
  readonly identify?: true;
  readonly json?: true;
}

export function addExportOneCommand(
  parent: Command,
  context: Context,
  finish: (code: ExitCode) => void,
): void {
  parent
    .command('one')
    .description('files that One Education takes, with a preview of what it would do with them')
    .addOption(databaseOption())
    .addOption(schoolsOption())
    .addOption(outFolderOption().makeOptionMandatory(false))
    .addOption(new Option('--dry-run', 'check and preview, and write nothing').conflicts('out'))
    .option('--by <name>', 'who exports, for the audit trail; needed to write')
    .addOption(
      new Option(
        '--format <format...>',
        'ctf from school to authority, csv for an officer, b2b (experimental XML: docs/formats/one-b2b.md)',
      )
        .choices(formats)
        .default([...usual], 'ctf and csv'),
    )
    .addOption(
      new Option(
        '--ctf-version <version>',
        'current, previous, or a number such as 25.0; what ONE takes for sure when not given',
      ),
    )
    .addOption(
      new Option('--la <number>', 'number of the authority; the school’s own when not given').argParser(
        laNumber,
      ),
    )
    .option('--school-name <name>', 'name of the school, as the CTF is to say it')
    .addOption(numberOption('--sequence <n>', 'running number of the file, 1 to 999').default(1))
    .addOption(
      new Option(
        '--include <group...>',
        'sensitive data to send: ethnicity, religion, health, sen, looked-after, exclusions, extensions; none when not given',
      ),
    )
    .addOption(withholdOption())
    .addOption(changedSinceOption(loadNumber))
    .addOption(
      new Option('--known <file>', 'what ONE has, for the preview: a file that ONE exported, such as a CTF'),
    )
    .addOption(matchingOption('ONE’s settings of matching, for the preview (docs/matching.md)'))
    .addOption(processingOption('ONE’s data processing rules, for the preview (docs/conflicts.md)'))
    .option(
      '--guid-namespace <uuid>',
      'gives GUIDs to pupils and contacts without one; keep it and use no other',
    )
    .addOption(
      new Option('--as-of <date>', 'the day of the import, YYYY-MM-DD; today when not given').argParser(
        dayOf,
      ),
    )
    .addOption(identifyOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  rollbook export one --school 8561234 --known from-one.xml --dry-run
  rollbook export one --school 8561234 --include sen exclusions --out to-one --by "A. Officer"

What a school has to correct is in SCHOOL_rejections.txt and .csv. The exit code is 1 where something is an error.`,
    )
    .action(async (options: ExportOneOptions) => finish(await exportOne(context, options)));
}

function laNumber(value: string): string {
  if (!/^\d{3}$/.test(value)) throw new InvalidArgumentError('An authority has three digits, such as 856.');
  return value;
}

function loadNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('A load has a whole number.');
  return Number(value);
}

type One = typeof target;

async function exportOne(context: Context, options: ExportOneOptions): Promise<ExitCode> {
  const one = await import('@rollbook/target-one');
  const { out, by, dryRun } = options;
  if (!dryRun && (out === undefined || by === undefined))
    throw new UsageError('To write files it takes --out and --by; --dry-run writes none.');
  const unknown = options.include?.find((group) => !one.sensitiveGroups.includes(group));
  if (unknown !== undefined) throw new UsageError(`--include takes ${one.sensitiveGroups.join(', ')}.`);
  if (options.known !== undefined && options.known === '-') throw new UsageError('--known takes a file.');
  const fit = {
    include: options.include,
    withholdAddress: await withheldOf(context, options.withholdAddresses),
  };
  const settings = await loaderSettings(context, options);
  const store = await openExistingLoader(context, options.db);
  try {
    const preview = await rangeAsUsage(async () =>
      one.createOnePreview({
        ...{ ...fit, ...settings, today: options.asOf ?? todayInEngland() },
        known: options.known === undefined ? [] : await knownPupils(context, one, options.known),
      }),
    );
    const folder = out === undefined || dryRun ? undefined : await ExportFolder.open(context, out);
    const schools: SchoolExport[] = [];
    for (const school of new Set(options.school))
      schools.push(
        await exportSchool(context, { one, loader: store.loader, options, fit, preview, folder, school }),
      );
    const across = preview.finish();
    const errors = across.length + schools.reduce((sum, { errors: some }) => sum + some, 0);
    if (options.json) await writeJson(context, { schools, acrossSchools: across.length });
    else await context.out.write(exportText(schools, across.length, options.known !== undefined));
    return errors > 0 ? ExitCode.dataErrors : ExitCode.clean;
  } finally {
    await store.close();
  }
}

async function knownPupils(context: Context, one: One, path: string): Promise<AsyncIterable<TargetPupil>> {
  const source = await openInput(context, path);
  const parser = await chooseParser(source, undefined);
  return one.pupilsOfBatches(parser.parse(source, { signal: context.signal }));
}

interface Job {
  readonly one: One;
  readonly loader: Loader;
  readonly options: ExportOneOptions;
  readonly fit: {
    readonly include: readonly SensitiveGroup[] | undefined;
    readonly withholdAddress: (pupil: TargetPupil) => boolean;
  };
  readonly preview: OnePreview;
  readonly folder: ExportFolder | undefined;
  readonly school: string;
}

async function exportSchool(context: Context, job: Job): Promise<SchoolExport> {
  const { one, loader, options, preview, folder, school } = job;
  const pupils = (): AsyncIterable<TargetPupil> => {
    const { changedSince, guidNamespace } = options;
    const pages = loader.pupils({
      ...{ school, signal: context.signal },
      ...(changedSince === undefined ? {} : { changedSince }),
    });
    return guidNamespace === undefined
      ? one.eachPupil(pages)
      : one.withGuids(one.eachPupil(pages), { namespace: guidNamespace });
  };
  const least = options.known === undefined ? 'error' : 'query';
  const rejections: Rejection[] = [];
  let errors = 0;
  await rangeAsUsage(async () => {
    for await (const pupil of pupils()) {
      const previewed = preview.of(pupil);
      errors += previewed.issues.filter(({ severity }) => severity === 'error').length;
      // Without what ONE has, that nobody is matched says nothing.
      rejections.push(...one.oneRejections(previewed, least));
    }
  });
  const counted = preview.summary().schools.find((some) => some.school === school);
  if (folder) await rangeAsUsage(() => writeFiles(context, job, pupils));
  if (folder && rejections.length > 0) {
    const identify = options.identify === true;
    const report = one.oneRejectionReport(rejections, {
      ...{ format: 'csv', identify },
      tool: { name: 'rollbook', version },
    } as const);
    await folder.write(`${school}_rejections.csv`, report);
    await folder.write(
      `${school}_rejections.txt`,
      pieces(one.oneRejectionText(rejections, { school, identify })),
    );
  }
  const files = folder
    ? folder.files.map(({ name, pupils: some, records }) => ({ name, pupils: some, records }))
    : [];
  await folder?.note(loader, { target: 'one', by: options.by ?? '', school });
  return {
    school,
    pupils: counted?.pupils ?? 0,
    outcomes: options.known === undefined ? null : (counted?.outcomes ?? null),
    conflicts: counted?.conflicts ?? {},
    issues: withoutOutcomes(counted?.issues ?? {}, options.known !== undefined),
    errors,
    rejections: rejections.length,
    files,
  };
}

/** Codes that mean nothing when nobody said what ONE has. */
function withoutOutcomes(issues: Readonly<Record<string, number>>, known: boolean): Record<string, number> {
  const compared = ['one-unmatched', 'one-hidden', 'one-conflict', 'one-address-unknown'];
  return Object.fromEntries(Object.entries(issues).filter(([code]) => known || !compared.includes(code)));
}

async function writeFiles(
  context: Context,
  { one, options, fit, folder, school }: Job,
  pupils: () => AsyncIterable<TargetPupil>,
): Promise<void> {
  const { format, la, sequence, schoolName, ctfVersion, changedSince } = options;
  if (format.includes('ctf')) {
    let done: OneCtfSummary | undefined;
    const name = one.oneCtfFileName({ school, la, sequence });
    const text = one.writeOneCtf(
      {
        ...{ ...fit, school, dateTime: localTime(options.asOf), changesOnly: changedSince !== undefined },
        ...(la === undefined ? {} : { la }),
        ...(schoolName === undefined ? {} : { schoolName }),
        ...(ctfVersion === undefined ? {} : { version: ctfVersion }),
        onDone: (summary) => (done = summary),
      },
      pupils(),
    );
    await folder?.write(name, text, {
      counts: () => ({
        pupils: done?.written ?? 0,
        records: done?.records ?? 0,
        withheld: plainCounts(done?.withheld),
      }),
    });
  }
  if (format.includes('b2b')) {
    let done: B2bSummary | undefined;
    const of = { school, dateTime: localTime(options.asOf) };
    const text = one.writeB2bExperimental({ ...fit, ...of, onDone: (summary) => (done = summary) }, pupils());
    await folder?.write(one.b2bFileName(of), text, {
      counts: () => ({
        pupils: done?.written ?? 0,
        records: done?.written ?? 0,
        withheld: plainCounts(done?.withheld),
      }),
    });
  }
  if (format.includes('csv')) {
    for (const id of one.officerLayoutIds) {
      let rows = 0;
      let count = { pupils: 0, withheld: {} as Record<string, number> };
      const text = one.writeOfficerCsv(id, pupils(), {
        ...fit,
        onDone: (done) => {
          rows = done.rows;
          count = { pupils: done.pupils, withheld: plainCounts(done.withheld) };
        },
      });
      await folder?.write(`${school}_${id}.csv`, text, {
        keep: () => rows > 0,
        counts: () => ({ ...count, records: rows }),
      });
    }
  }
  context.signal.throwIfAborted();
}

/** Now, or the morning of a day, in London as a CTF has it. */
function localTime(day: string | undefined): string {
  if (day !== undefined) return `${day}T09:00:00`;
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: 'Europe/London', hourCycle: 'h23' },
    ...{
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    },
  }).formatToParts();
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

// eslint-disable-next-line @typescript-eslint/require-await -- a file takes pieces as they come
async function* pieces(text: string): AsyncGenerator<string, void, undefined> {
  yield text;
}
