import { todayInEngland } from '@rollbook/validate';
import { mostCompared, type FileFigures, type ReportFormat } from '@rollbook/validate/reports';
import type { Command } from 'commander';
import { tellFailure, type Context } from '../context.js';
import { openExistingLoader, type Database } from '../database.js';
import { UsageError } from '../errors.js';
import { ExitCode, worstOf } from '../exit-codes.js';
import { checkPaths, labelOf } from '../input.js';
import {
  asOfOption,
  databaseToCheckOption,
  encodingOption,
  formatOption,
  identifyOption,
  mappingOption,
  numberOption,
  schoolOption,
} from '../option-values.js';
import { parseSettings, type ReadingOptions } from '../parse-settings.js';
import {
  failOnOption,
  historyOption,
  outOption,
  reportAsJsonOption,
  reportOption,
  reportRequests,
} from '../report-requests.js';
import { ruleSettings, rulesOption } from '../rule-settings.js';
import { count, plain } from '../text.js';
import { ValidationReports } from '../validation-reports.js';
import { DEFAULT_PLACES, validationText } from '../validation-text.js';
import { Validation } from '../validation.js';

interface ValidateOptions extends ReadingOptions {
  readonly report?: readonly ReportFormat[];
  readonly out?: readonly string[];
  readonly json?: true;
  readonly rules?: string;
  readonly history?: string;
  readonly db?: Database;
  readonly failOn: 'error' | 'query';
  readonly identify?: true;
  readonly asOf?: string;
  readonly maxIssues?: number;
}

export function addValidateCommand(
  program: Command,
  context: Context,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('validate')
    .description('hold files to the rules and report what is wrong, by code, worst first')
    .argument('[file...]', 'files to check; - for standard input; none to check a store alone')
    .addOption(formatOption())
    .addOption(mappingOption())
    .addOption(schoolOption())
    .addOption(encodingOption())
    .addOption(asOfOption())
    .addOption(rulesOption())
    .addOption(reportOption())
    .addOption(outOption())
    .addOption(reportAsJsonOption())
    .addOption(
      numberOption(
        '--max-issues <n>',
        `list at most n issues a file, shared among the codes; all when not given, on the terminal ${DEFAULT_PLACES}`,
      ),
    )
    .addOption(failOnOption())
    .addOption(historyOption())
    .addOption(databaseToCheckOption())
    .addOption(identifyOption())
    .addHelpText(
      'after',
      `
Examples:
  rollbook validate pupils.csv --report html --out report.html
  rollbook validate *.xml --report junit --out junit.xml --report sarif --out report.sarif --fail-on query
  rollbook validate pupils.csv --rules rules.yaml --history ./history
  rollbook validate --db pglite:./rollbook-data`,
    )
    .action(async (paths: string[], options: ValidateOptions) =>
      finish(await validate(context, paths, options)),
    );
}

async function validate(
  context: Context,
  paths: readonly string[],
  options: ValidateOptions,
): Promise<ExitCode> {
  checkPaths(paths);
  if (paths.length === 0 && options.db === undefined)
    throw new UsageError('Nothing to check: give a FILE, or --db to check a store across its schools.');
  const requests = reportRequests(options);
  const identify = options.identify === true;
  const validation = await Validation.begin({
    context,
    parse: await parseSettings(context, options),
    rules: (await ruleSettings(context, options.rules)).ruleSet,
    asOf: options.asOf ?? todayInEngland(),
    identify,
    failOn: options.failOn,
    maxIssues: options.maxIssues,
    history: options.history,
    reports: await ValidationReports.open(context, requests, paths),
    // A report on standard output stands there alone.
    places: requests.some(({ out }) => out === undefined) ? undefined : (options.maxIssues ?? DEFAULT_PLACES),
  });
  const codes: ExitCode[] = [];
  try {
    for (const path of paths) {
      const { figures, failure, groups, forgotten } = await validation.file(path);
      codes.push(failure?.exitCode ?? codeOf(figures, options.failOn));
      if (forgotten) await context.err.write(tooManyToCompare(path));
      if (failure !== undefined) await tellFailure(context, labelOf(path), failure);
      else if (groups !== undefined)
        await context.out.write(validationText(context, figures, groups, identify));
    }
    if (options.db !== undefined) {
      const store = await openExistingLoader(context, options.db);
      try {
        const { figures, groups } = await validation.store(store.loader);
        codes.push(codeOf(figures, options.failOn));
        if (groups !== undefined) await context.out.write(validationText(context, figures, groups, identify));
      } finally {
        await store.close();
      }
    }
    await validation.end();
  } finally {
    await validation.abandon();
  }
  return worstOf(codes);
}

function codeOf({ issues }: FileFigures, failOn: 'error' | 'query'): ExitCode {
  const wrong = issues.error + (failOn === 'query' ? issues.query : 0);
  return wrong > 0 ? ExitCode.dataErrors : ExitCode.clean;
}

function tooManyToCompare(path: string): string {
  return `${plain(labelOf(path))}: it has more than ${count(mostCompared)} issues, so it was neither compared nor remembered.\n`;
}
