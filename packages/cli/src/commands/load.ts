import type { Loader, LoaderSettings, LoadResult } from '@rollbook/loader';
import type { Parser, Source } from '@rollbook/parser-kit';
import { todayInEngland, validate } from '@rollbook/validate';
import { Option, type Command } from 'commander';
import { attempt, tellFailure, writeJson, type Attempt, type Context } from '../context.js';
import { openLoader, type Database, type OpenLoader } from '../database.js';
import { failureJson } from '../errors.js';
import { ExitCode, worstOf } from '../exit-codes.js';
import { checkPaths, chooseParser, labelOf, nameOf, openInput } from '../input.js';
import { loadTotals, type LoadedFileJson, loadedFileJson, unloadedFileJson } from '../load-json.js';
import {
  loaderSettings,
  type LoaderSettingsOptions,
  matchingOption,
  matchingText,
  processingOption,
} from '../loader-settings.js';
import {
  asOfOption,
  databaseOption,
  dayOf,
  encodingOption,
  formatOption,
  jsonOption,
  mappingOption,
  schoolOption,
} from '../option-values.js';
import {
  parseSettings,
  type ParseSettings,
  type ReadingOptions,
  settingsText,
  withOptions,
} from '../parse-settings.js';
import { startProgress } from '../progress.js';
import { ruleSettings, rulesOption, type RuleSettings } from '../rule-settings.js';
import { countsText } from '../report.js';
import { count, duration, plain } from '../text.js';
import { version } from '../version.js';

interface LoadCommandOptions extends ReadingOptions, LoaderSettingsOptions {
  readonly db: Database;
  readonly json?: true;
  readonly asOf?: string;
  readonly rules?: string;
  readonly full?: true;
  readonly fileDate?: string;
}

export function addLoadCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  program
    .command('load')
    .description('check files and load them into the store; records with errors wait in quarantine')
    .argument('<file...>', 'files to load; - for standard input')
    .addOption(databaseOption())
    .addOption(formatOption())
    .addOption(mappingOption())
    .addOption(schoolOption())
    .addOption(encodingOption())
    .addOption(asOfOption())
    .addOption(rulesOption())
    .option('--full', 'each file says all there is about its school: what it leaves out is closed')
    .addOption(
      new Option(
        '--file-date <date>',
        'as of when the files are, where they don’t say it: YYYY-MM-DD',
      ).argParser(dayOf),
    )
    .addOption(matchingOption())
    .addOption(processingOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Of each file all is loaded or nothing, and received = loaded + unchanged + quarantined.
A file that was loaded before changes nothing, and one that is older than what the store has never overwrites it.`,
    )
    .action(async (paths: string[], options: LoadCommandOptions) =>
      finish(await load(context, paths, options)),
    );
}

async function load(
  context: Context,
  paths: readonly string[],
  options: LoadCommandOptions,
): Promise<ExitCode> {
  checkPaths(paths);
  const asOf = options.asOf ?? todayInEngland();
  const settings = await parseSettings(context, options);
  const rules = await ruleSettings(context, options.rules);
  const own = await loaderSettings(context, options);
  const files: LoadedFileJson[] = [];
  const codes: ExitCode[] = [];
  let store: OpenLoader | undefined;
  // Only once there is a file to load, so that a mistyped name makes no store.
  const loaderOf = async (): Promise<Loader> => {
    if (!store) {
      store = await openLoader(context, options.db, own);
      await takeUp(context, store.loader);
    }
    return store.loader;
  };
  try {
    for (const path of paths) {
      const started = performance.now();
      const { source, tried } = await loadOne(context, path, {
        settings,
        asOf,
        rules,
        own,
        loaderOf,
        options,
      });
      const seen = { path, name: nameOf(path) };
      if (tried.failure !== undefined) {
        const seconds = (performance.now() - started) / 1000;
        codes.push(tried.failure.exitCode);
        files.push(unloadedFileJson({ ...seen, seconds }, source?.knownDigest, failureJson(tried.failure)));
        await tellFailure(context, labelOf(path), tried.failure);
      } else {
        const { issues, quarantined } = tried.value;
        codes.push(issues.error > 0 || quarantined > 0 ? ExitCode.dataErrors : ExitCode.clean);
        files.push(loadedFileJson(seen, tried.value));
        if (!options.json) await tellLoaded(context, path, tried.value);
      }
    }
  } finally {
    await store?.close();
  }
  const totals = loadTotals(files);
  if (options.json) await writeJson(context, { ...totals, files });
  else await tellEnd(context, options.db, totals, files.length);
  return worstOf(codes);
}

/** Settles what a command that was killed left unfinished, and says so. */
async function takeUp({ err, signal }: Context, loader: Loader): Promise<void> {
  for (const { loadId, state, file } of await loader.resume({ signal })) {
    const outcome = state === 'merged' ? 'is loaded now' : 'came to nothing; load its file again';
    await err.write(
      `Load ${loadId} (${plain(file.name ?? 'no file name')}) was left unfinished, and ${outcome}.\n`,
    );
  }
}

interface Run {
  readonly settings: ParseSettings;
  readonly asOf: string;
  readonly rules: RuleSettings;
  readonly own: LoaderSettings;
  readonly loaderOf: () => Promise<Loader>;
  readonly options: LoadCommandOptions;
}

/** Throws only what ends the whole command: a store that can't be opened, an interruption. */
async function loadOne(
  context: Context,
  path: string,
  { settings, asOf, rules, own, loaderOf, options }: Run,
): Promise<{ source?: Source; tried: Attempt<LoadResult> }> {
  const opened = await attempt(context, () => openInput(context, path));
  if (opened.failure !== undefined) return { tried: opened };
  const source = opened.value;
  const loader = await loaderOf();
  const chosen = await attempt(context, () => chooseParser(source, settings.named));
  if (chosen.failure !== undefined) {
    await noteRefused(loader, source, chosen.error);
    return { source, tried: chosen };
  }
  const parser = withOptions(chosen.value, settings.options);
  const bar = startProgress(context, labelOf(path), source.size);
  try {
    const tried = await attempt(context, () =>
      loader.load(
        { source, parser, through: (batches) => validate(batches, { ...rules.ruleSet, asOf }) },
        {
          signal: context.signal,
          pipeline: pipelineOf(parser, settings, asOf, rules, own),
          ...(options.full ? { scope: 'full' as const } : {}),
          ...(options.fileDate === undefined ? {} : { asOf: options.fileDate }),
          onProgress: ({ phase, received, bytesRead }) =>
            bar.update({
              bytesRead: bytesRead ?? 0,
              records: received,
              doing: phase === 'read' ? 'reading' : 'storing',
            }),
        },
      ),
    );
    return { source, tried };
  } finally {
    bar.stop();
  }
}

/** Rules judge by the day, and a mapping says what is read, so the same file may come to something else by others. */
function pipelineOf(
  parser: Parser,
  settings: ParseSettings,
  asOf: string,
  rules: RuleSettings,
  own: LoaderSettings,
): string {
  const how = [settingsText(settings), rules.text, matchingText(own)]
    .filter((text) => text !== '')
    .join(', ');
  return `${parser.id}, rollbook ${version}, rules as of ${asOf}${how === '' ? '' : `, ${how}`}`;
}

/** The ledger tells of every file that came, also of one that no parser took. */
async function noteRefused(loader: Loader, source: Source, error: unknown): Promise<void> {
  const digest = source.repeatable ? await source.digest().catch(() => undefined) : source.knownDigest;
  const file = { ...(source.name === undefined ? {} : { name: source.name }), ...digest };
  // It rejects with the very error that it was given.
  await loader.load(refused(error), { file }).catch(() => undefined);
}

// eslint-disable-next-line @typescript-eslint/require-await, require-yield -- it stands where batches would
async function* refused(error: unknown): AsyncGenerator<never, void, undefined> {
  throw error;
}

async function tellLoaded(
  { out, outColours: colours }: Context,
  path: string,
  result: LoadResult,
): Promise<void> {
  const { received, loaded, unchanged, quarantined, issues, file, repeatOf, loadId, seconds } = result;
  const what = `${file.format ?? ''}${file.version === null ? '' : ` ${plain(file.version)}`}`;
  const repeat = repeatOf === null ? '' : `; the same file as load ${repeatOf}`;
  await out.write(
    `${colours.bold(`${plain(labelOf(path))}:`)} ${what}, load ${loadId}, ${duration(seconds)}${repeat}\n` +
      `  ${balanceText({ received, loaded, unchanged, quarantined })}\n` +
      `  ${countsText(issues)}\n`,
  );
}

function balanceText(balance: Record<'received' | 'loaded' | 'unchanged' | 'quarantined', number>): string {
  const { received, loaded, unchanged, quarantined } = balance;
  return `received ${count(received)} = loaded ${count(loaded)} + unchanged ${count(unchanged)} + quarantined ${count(quarantined)}`;
}

async function tellEnd(
  { out, outColours: colours }: Context,
  database: Database,
  totals: ReturnType<typeof loadTotals>,
  files: number,
): Promise<void> {
  if (files > 1) await out.write(`${colours.bold(`${files} files:`)} ${balanceText(totals)}\n`);
  if (totals.quarantined > 0)
    await out.write(
      `${colours.dim(`  What waits in quarantine: rollbook quarantine --db ${database.text}`)}\n`,
    );
}
