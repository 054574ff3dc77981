import { resolve } from 'node:path';
import { isIsoDate, parseLaestab } from '@rollbook/model';
import type { ApiKey, createApiKey, Scope } from '@rollbook/service';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Context } from '../context.js';
import { systemCode, UsageError } from '../errors.js';
import { ExitCode } from '../exit-codes.js';
import { readKeys, writeKeys } from '../key-file.js';

const SCOPES: readonly Scope[] = ['load', 'read', 'decide'];

interface ApiKeyOptions {
  readonly keys: string;
  readonly scope?: Scope[];
  readonly school?: string[];
  readonly allSchools?: true;
  readonly expires?: string;
  readonly revoke?: true;
}

export function addApiKeyCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  program
    .command('api-key')
    .description('make a key for "rollbook serve", or take one back')
    .argument('<id>', 'whose key it is, for the log: small letters, digits and hyphens')
    .requiredOption('--keys <file>', 'the file of keys, made when it isn’t there')
    .addOption(
      new Option('--scope <scope...>', `what it may do; load and read when not given`).choices(SCOPES),
    )
    .addOption(new Option('--school <laestab...>', 'schools that it is for').argParser(schools))
    .option('--all-schools', 'it is for every school')
    .addOption(
      new Option('--expires <date>', 'refused from the beginning of this day on (UTC)').argParser(day),
    )
    .option('--revoke', 'take the key back')
    .addHelpText(
      'after',
      `
The key is shown once and kept nowhere: the file has its digest. A service that runs knows it after a restart.`,
    )
    .action(async (id: string, options: ApiKeyOptions) => finish(await apiKey(context, id, options)));
}

function schools(value: string, before: string[] | undefined): string[] {
  const laestab = parseLaestab(value);
  if (laestab === undefined)
    throw new InvalidArgumentError('A school is a LAESTAB: seven digits, such as 8562001.');
  return [...(before ?? []), laestab.la + laestab.establishment];
}

function day(value: string): string {
  if (!isIsoDate(value)) throw new InvalidArgumentError('A day is written YYYY-MM-DD.');
  return value;
}

async function apiKey(context: Context, id: string, options: ApiKeyOptions): Promise<ExitCode> {
  const path = resolve(context.io.cwd, options.keys);
  const keys = await keysOf(path, options);
  const others = keys.filter((key) => key.id !== id);
  if (options.revoke) {
    if (others.length === keys.length) throw new UsageError(`There is no key ${id} in ${options.keys}.`);
    await writeKeys(path, others);
    await context.out.write(`The key ${id} is taken back, once the service was started anew.\n`);
    return ExitCode.clean;
  }
  if (others.length < keys.length)
    throw new UsageError(`There is a key ${id} already; take it back first, with --revoke.`);
  if ((options.school === undefined) === (options.allSchools === undefined))
    throw new UsageError('Say which schools the key is for: --school LAESTAB, or --all-schools.');
  const settings: Omit<ApiKey, 'sha256'> = {
    id,
    scopes: options.scope ?? ['load', 'read'],
    schools: options.school ?? '*',
    ...(options.expires === undefined ? {} : { expiresAt: `${options.expires}T00:00:00Z` }),
  };
  const { key, record } = await newKey(settings);
  await writeKeys(path, [...keys, record]);
  await context.out.write(`${key}\n`);
  await context.err.write('Keep it safe: it is shown this once.\n');
  return ExitCode.clean;
}

async function newKey(settings: Omit<ApiKey, 'sha256'>): Promise<ReturnType<typeof createApiKey>> {
  // Imported late, since a web server comes with it.
  const { createApiKey } = await import('@rollbook/service');
  try {
    return createApiKey(settings);
  } catch {
    throw new UsageError('An id has small letters, digits and hyphens, at most 40 of them.');
  }
}

async function keysOf(path: string, { keys, revoke }: ApiKeyOptions): Promise<ApiKey[]> {
  try {
    return await readKeys(path);
  } catch (error) {
    if (error instanceof Error && error.name === 'ApiKeysError')
      throw new UsageError(`--keys ${keys}: ${error.message}`);
    const code = systemCode(error);
    if (code === 'ENOENT' && !revoke) return [];
    throw new UsageError(`--keys ${keys} can't be read (${code ?? 'unknown'}).`);
  }
}
