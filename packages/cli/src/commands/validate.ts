import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import { isRecord } from '@rollbook/parser-kit';
import { todayInEngland, validate as validateBatches } from '@rollbook/validate';
import type { Command } from 'commander';
import { attempt, tellFailure, writeJson, type Context } from '../context.js';
import { failureJson, type FailureJson } from '../errors.js';
import { ExitCode, worstOf } from '../exit-codes.js';
import { checkPaths, chooseParser, labelOf, nameOf, openInput } from '../input.js';
import { IssueTally, shareOut, type IssueGroup } from '../issue-tally.js';
import {
  asOfOption,
  encodingOption,
  formatOption,
  identifyOption,
  jsonOption,
  mappingOption,
  numberOption,
  schoolOption,
} from '../option-values.js';
import { parseSettings, type ParseSettings, type ReadingOptions, withOptions } from '../parse-settings.js';
import { startProgress } from '../progress.js';
import { countsText, groupsJson, issueReport, type IssueCounts, type IssueGroupJson } from '../report.js';
import { counted, plain } from '../text.js';

/** Issues that are shown by their place unless `--max-issues` says otherwise. */
const DEFAULT_MOST = 30;

/** One file in the output of `validate --json`. With an error, figures are those of nothing. */
export interface ValidatedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly name: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly format: string | null;
  readonly version: string | null;
  readonly records: number;
  readonly byKind: Readonly<Partial<Record<RecordKind, number>>>;
  readonly issues: IssueCounts;
  readonly codes: readonly IssueGroupJson[];
  readonly seconds: number;
  readonly error: FailureJson | null;
}

interface ValidateOptions extends ReadingOptions {
  readonly json?: true;
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
    .argument('<file...>', 'files to check; - for standard input')
    .addOption(formatOption())
    .addOption(mappingOption())
    .addOption(schoolOption())
    .addOption(encodingOption())
    .addOption(asOfOption())
    .addOption(
      numberOption(
        '--max-issues <n>',
        `show the places of at most n issues a file; ${DEFAULT_MOST} when not given`,
      ),
    )
    .addOption(identifyOption())
    .addOption(jsonOption())
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
  const asOf = options.asOf ?? todayInEngland();
  const settings = await parseSettings(context, options);
  const files: ValidatedFile[] = [];
  const codes: ExitCode[] = [];
  for (const path of paths) {
    const started = performance.now();
    const tried = await attempt(context, () => check(context, path, options, { settings, asOf }));
    const seconds = (performance.now() - started) / 1000;
    if (tried.failure !== undefined) {
      codes.push(tried.failure.exitCode);
      await tellFailure(context, labelOf(path), tried.failure);
      files.push({ ...nothing, path, name: nameOf(path), seconds, error: failureJson(tried.failure) });
      continue;
    }
    const { groups, ...facts } = tried.value;
    codes.push(facts.issues.error > 0 ? ExitCode.dataErrors : ExitCode.clean);
    const identify = options.identify === true;
    if (options.json) {
      const name = nameOf(path);
      files.push({ path, name, ...facts, codes: groupsJson(groups, identify), seconds, error: null });
    } else await tell(context, path, tried.value, identify);
  }
  if (options.json) await writeJson(context, { asOf, ...totals(files), files });
  return worstOf(codes);
}

const noIssues: IssueCounts = { error: 0, query: 0, info: 0 };

const nothing = {
  sha256: null,
  size: null,
  format: null,
  version: null,
  records: 0,
  byKind: {},
  issues: noIssues,
  codes: [],
} as const;

type Checked = Pick<
  ValidatedFile,
  'sha256' | 'size' | 'format' | 'version' | 'records' | 'byKind' | 'issues'
> & {
  readonly groups: readonly IssueGroup[];
};

async function check(
  context: Context,
  path: string,
  options: ValidateOptions,
  { settings, asOf }: { readonly settings: ParseSettings; readonly asOf: string },
): Promise<Checked> {
  const { signal } = context;
  const most = options.maxIssues ?? DEFAULT_MOST;
  const source = await openInput(context, path);
  const parser = withOptions(await chooseParser(source, settings.named), settings.options);
  const tally = new IssueTally(most);
  const byKind: Partial<Record<RecordKind, number>> = {};
  let records = 0;
  let last: CanonicalRecord | undefined;
  const bar = startProgress(context, labelOf(path), source.size);
  try {
    const onProgress = (bytesRead: number): void => bar.update({ bytesRead, records, doing: 'checking' });
    for await (const batch of validateBatches(parser.parse(source, { signal, onProgress }), { asOf })) {
      for (const item of batch) {
        if (isRecord(item)) {
          records++;
          byKind[item.kind] = (byKind[item.kind] ?? 0) + 1;
          last = item;
        } else tally.add(item);
      }
    }
  } finally {
    bar.stop();
  }
  return {
    sha256: source.knownDigest?.sha256 ?? null,
    size: source.knownDigest?.size ?? source.size,
    format: parser.id,
    version: last?.provenance.file.version ?? null,
    records,
    byKind,
    issues: tally.counts(),
    groups: shareOut(tally.groups(), most),
  };
}

async function tell(context: Context, path: string, checked: Checked, identify: boolean): Promise<void> {
  const { out, outColours: colours } = context;
  const { format, version, records, issues, groups } = checked;
  const what = `${format ?? ''}${version === null ? '' : ` ${plain(version)}`}`;
  const heading = `${colours.bold(`${plain(labelOf(path))}:`)} ${what}, ${counted(records, 'record')}, ${countsText(issues)}`;
  await out.write(`${heading}\n${issueReport(groups, { colours, identify })}`);
}

function totals(files: readonly ValidatedFile[]): { records: number; issues: IssueCounts; seconds: number } {
  const issues = { ...noIssues };
  let records = 0;
  let seconds = 0;
  for (const file of files) {
    records += file.records;
    seconds += file.seconds;
    for (const severity of ['error', 'query', 'info'] as const) issues[severity] += file.issues[severity];
  }
  return { records, issues, seconds };
}
