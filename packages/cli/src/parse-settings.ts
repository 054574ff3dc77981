import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Encoding, Parser } from '@rollbook/parser-kit';
import {
  MappingError,
  parseMapping,
  spreadsheetParser,
  type SpreadsheetMapping,
} from '@rollbook/parser-spreadsheet';
import type { Context } from './context.js';
import { systemCode, UsageError } from './errors.js';

/** What `parse`, `validate` and `load` take about the reading of files. */
export interface ReadingOptions {
  readonly format?: Parser;
  readonly mapping?: string;
  readonly school?: string;
  readonly encoding?: Encoding;
}

/** How files are to be read. */
export interface ParseSettings {
  /** The format that was named; detected when there is none. */
  readonly named: Parser | undefined;
  /** Given to each parser beside `signal` and `onProgress`. A parser leaves alone what it has no use for. */
  readonly options: {
    readonly school?: string;
    readonly encoding?: Encoding;
    readonly mapping?: SpreadsheetMapping;
  };
}

/** A mapping names some hundred columns. */
const MOST_BYTES = 4_000_000;

/** @throws UsageError when the mapping can't be read, or the options contradict each other */
export async function parseSettings(context: Context, options: ReadingOptions): Promise<ParseSettings> {
  const { format, mapping, school, encoding } = options;
  if (mapping !== undefined && format !== undefined && format.id !== spreadsheetParser.id)
    throw new UsageError(`--mapping is for spreadsheets, and --format says ${format.id}.`);
  return {
    named: mapping === undefined ? format : spreadsheetParser,
    options: {
      ...(school === undefined ? {} : { school }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(mapping === undefined ? {} : { mapping: await readMapping(context, mapping) }),
    },
  };
}

async function readMapping(context: Context, path: string): Promise<SpreadsheetMapping> {
  const file = resolve(context.io.cwd, path);
  let text: string;
  try {
    if ((await stat(file)).size > MOST_BYTES)
      throw new UsageError(`--mapping ${path} is too large for a mapping.`);
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--mapping ${path} can't be read (${systemCode(error) ?? 'unknown'}).`);
  }
  try {
    return parseMapping(text);
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    throw new UsageError(`--mapping ${path}:\n  ${error.message.replaceAll('\n', '\n  ')}`);
  }
}

/** The settings as text: the same file read by others may give other records. A mapping stands there as its digest. */
export function settingsText({ options }: ParseSettings): string {
  const { school, encoding, mapping } = options;
  const digest =
    mapping === undefined ? undefined : createHash('sha256').update(JSON.stringify(mapping)).digest('hex');
  return [
    ...(school === undefined ? [] : [`school ${school}`]),
    ...(encoding === undefined ? [] : [`encoding ${encoding}`]),
    ...(digest === undefined ? [] : [`mapping ${digest.slice(0, 16)}`]),
  ].join(', ');
}

/** A parser with options that it gets beside those of the call. */
export function withOptions(parser: Parser, options: ParseSettings['options']): Parser {
  return { ...parser, parse: (source, own) => parser.parse(source, { ...own, ...options }) };
}
