import type { Loader, Rejection, RejectionsQuery } from '@rollbook/loader';
import { IssueTally, shareOut, type ReportFormat } from '@rollbook/validate/reports';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { isIsoDate } from '@rollbook/model';
import type { Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { ExitCode } from '../exit-codes.js';
import { databaseOption, identifyOption, numberOption, schoolOption } from '../option-values.js';
import { countsText, issueReport } from '../report.js';
import { reportToFile, reportToStdout } from '../report-file.js';
import {
  outOption,
  reportAsJsonOption,
  reportOption,
  reportRequests,
  type ReportRequest,
} from '../report-requests.js';
import { plain } from '../text.js';
import { DEFAULT_PLACES } from '../validation-text.js';
import { version } from '../version.js';

interface RejectionsOptions {
  readonly db: Database;
  readonly school: string;
  readonly since?: string;
  readonly load?: number;
  readonly report?: readonly ReportFormat[];
  readonly out?: readonly string[];
  readonly json?: true;
  readonly identify?: true;
}

export function addRejectionsCommand(
  program: Command,
  context: Context,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('rejections')
    .description('tell a school what of its files was not taken or waits, and what to correct')
    .addOption(databaseOption())
    .addOption(schoolOption('the school: LAESTAB, seven digits').makeOptionMandatory())
    .addOption(
      new Option('--since <date>', 'only of loads from this day on, YYYY-MM-DD').argParser(
        (value: string) => {
          if (!isIsoDate(value)) throw new InvalidArgumentError('A day is written YYYY-MM-DD.');
          return value;
        },
      ),
    )
    .addOption(numberOption('--load <n>', 'only of this load'))
    .addOption(reportOption())
    .addOption(outOption())
    .addOption(reportAsJsonOption())
    .addOption(identifyOption())
    .addHelpText(
      'after',
      `
Examples:
  rollbook rejections --school 8561234
  rollbook rejections --school 8561234 --report csv --out rejections.csv --identify
  rollbook rejections --school 8561234 --since 2026-09-01 --report html --out rejections.html`,
    )
    .action(async (options: RejectionsOptions) => finish(await rejections(context, options)));
}

async function rejections(context: Context, options: RejectionsOptions): Promise<ExitCode> {
  const requests = reportRequests(options);
  const { school, since, load: loadId } = options;
  const query: RejectionsQuery = {
    school,
    ...(since === undefined ? {} : { since }),
    ...(loadId === undefined ? {} : { loadId }),
  };
  const identify = options.identify === true;
  const store = await openExistingLoader(context, options.db);
  try {
    for (const request of requests) await report(context, store.loader, query, request, identify);
    // A report on standard output stands there alone.
    if (requests.every(({ out }) => out !== undefined))
      await tell(context, store.loader.rejections(query), identify);
  } finally {
    await store.close();
  }
  return ExitCode.clean;
}

async function report(
  context: Context,
  loader: Loader,
  query: RejectionsQuery,
  { format, out }: ReportRequest,
  identify: boolean,
): Promise<void> {
  const { rejectionReport } = await import('@rollbook/loader');
  const output = out === undefined ? reportToStdout(context) : await reportToFile(context, out, []);
  try {
    const tool = { name: 'rollbook', version };
    for await (const text of rejectionReport(loader.rejections(query), { format, tool, identify })) {
      context.signal.throwIfAborted();
      await output.write(text);
    }
    await output.done();
  } finally {
    await output.abandon();
  }
}

/** File by file: codes, the first places of each, and what to do. */
async function tell(context: Context, found: AsyncIterable<Rejection>, identify: boolean): Promise<void> {
  const { out, outColours: colours, signal } = context;
  let tally: IssueTally | undefined;
  let current: Rejection | undefined;
  const counts = { error: 0, query: 0, info: 0 };
  const flush = async (): Promise<void> => {
    if (!tally || !current) return;
    const { file, loadId } = current;
    const heading = `${colours.bold(`${plain(file.name ?? '(stdin)')}:`)} load ${loadId}, ${countsText(counts)}\n`;
    const groups = shareOut(tally.groups(), DEFAULT_PLACES);
    await out.write(heading + issueReport(groups, { colours, identify }));
    counts.error = counts.query = counts.info = 0;
  };
  for await (const rejection of found) {
    signal.throwIfAborted();
    if (current?.loadId !== rejection.loadId) {
      await flush();
      tally = new IssueTally(DEFAULT_PLACES);
    }
    current = rejection;
    counts[rejection.issue.severity]++;
    tally?.add(rejection.issue);
  }
  await flush();
  if (!current) await out.write('Nothing was rejected, and nothing waits.\n');
}
