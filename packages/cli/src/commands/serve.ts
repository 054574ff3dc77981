import { resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Context } from '../context.js';
import { openLoader, type Database } from '../database.js';
import { systemCode, UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import { readKeys } from '../key-file.js';
import {
  loaderSettings,
  type LoaderSettingsOptions,
  matchingOption,
  matchingText,
  processingOption,
} from '../loader-settings.js';
import { databaseOption, numberOption } from '../option-values.js';
import { parsers } from '../parsers.js';
import { ruleSettings, rulesOption } from '../rule-settings.js';
import { version } from '../version.js';

interface ServeOptions extends LoaderSettingsOptions {
  readonly db: Database;
  readonly keys: string;
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly rules?: string;
  readonly concurrency?: number;
  readonly trustProxy?: true;
}

const DEFAULT_PORT = 8080;

export function addServeCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  program
    .command('serve')
    .description('take files over HTTP and load them; stops at Ctrl-C or SIGTERM')
    .addOption(databaseOption())
    .requiredOption('--keys <file>', 'the keys that it knows; "rollbook api-key" makes them')
    .option('--folder <dir>', 'for uploads and files that wait', './rollbook-service')
    .option('--host <address>', 'where it listens; all of the machine with 0.0.0.0', '127.0.0.1')
    .addOption(new Option('--port <n>', 'port; 0 for a free one').default(DEFAULT_PORT).argParser(port))
    .addOption(rulesOption())
    .addOption(matchingOption())
    .addOption(processingOption())
    .addOption(numberOption('--concurrency <n>', 'loads at once; 4 when not given'))
    .option('--trust-proxy', 'believe X-Forwarded-For, behind a proxy that sets it')
    .addHelpText(
      'after',
      `
It speaks HTTP without TLS: put a proxy before it. What it can do: /openapi.json. Each answer is a line of JSON on
standard error, without addresses or names of pupils.`,
    )
    .action(async (options: ServeOptions) => finish(await serve(context, options)));
}

function port(value: string): number {
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65_535) throw new InvalidArgumentError('A port is 0 to 65535.');
  return number;
}

async function serve(context: Context, options: ServeOptions): Promise<ExitCode> {
  // Imported late, since a web server takes a while and no other command needs it.
  const { createService } = await import('@rollbook/service');
  const { io, out, signal } = context;
  const keys = await keysOf(resolve(io.cwd, options.keys), options.keys);
  const rules = await ruleSettings(context, options.rules);
  const settings = await loaderSettings(context, options);
  const store = await openLoader(context, options.db, settings);
  try {
    const service = await createService({
      loader: store.loader,
      parsers,
      keys,
      folder: resolve(io.cwd, options.folder),
      rules: rules.ruleSet,
      pipeline: [`rollbook ${version}`, rules.text, matchingText(settings)]
        .filter((text) => text !== '')
        .join(', '),
      trustProxy: options.trustProxy === true,
      log: io.stderr,
      ...(options.concurrency === undefined ? {} : { concurrency: Math.max(1, options.concurrency) }),
    });
    try {
      const address = await service.listen({ host: options.host, port: options.port });
      await out.write(
        `Rollbook serves at ${address} (${keys.length} ${keys.length === 1 ? 'key' : 'keys'}).\n`,
      );
      await out.flush();
      await ended(signal);
    } finally {
      await service.close();
    }
  } finally {
    await store.close();
  }
  return ExitCode.clean;
}

async function keysOf(path: string, named: string): ReturnType<typeof readKeys> {
  try {
    return await readKeys(path);
  } catch (error) {
    if (error instanceof Error && error.name === 'ApiKeysError')
      throw new UsageError(`--keys ${named}: ${error.message}`);
    throw new UsageError(`--keys ${named} can't be read (${systemCode(error) ?? 'unknown'}).`);
  }
}

/** To be stopped is how a service ends, and no interruption of it. */
async function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((done) => {
    signal.addEventListener('abort', () => done(), { once: true });
  });
}
