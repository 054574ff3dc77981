import { InvalidArgumentError, Option } from 'commander';
import { isIsoDate, parseLaestab } from '@rollbook/model';
import type { Encoding, Parser } from '@rollbook/parser-kit';
import { defaultDatabase, parseDatabase } from './database.js';
import { formats, parserOf } from './parsers.js';

function format(value: string): Parser {
  const parser = parserOf(value);
  if (parser === undefined) throw new InvalidArgumentError(`Known formats: ${formats.join(', ')}.`);
  return parser;
}

export function dayOf(value: string): string {
  if (!isIsoDate(value)) throw new InvalidArgumentError('A day is written YYYY-MM-DD.');
  return value;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(value);
}

function school(value: string): string {
  const laestab = parseLaestab(value);
  if (laestab === undefined)
    throw new InvalidArgumentError('A school is a LAESTAB: seven digits, such as 8562001.');
  return laestab.la + laestab.establishment;
}

/** Names that are common for each encoding, in lower case without `-` and `_`. */
const encodings: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  windows1252: 'windows-1252',
  cp1252: 'windows-1252',
  iso88591: 'windows-1252',
  latin1: 'windows-1252',
};

function encoding(value: string): Encoding {
  const known = encodings[value.toLowerCase().replace(/[-_]/g, '')];
  if (known === undefined)
    throw new InvalidArgumentError(`Known encodings: ${[...new Set(Object.values(encodings))].join(', ')}.`);
  return known;
}

export const formatOption = (): Option =>
  new Option(
    '-f, --format <format>',
    `read as this format (${formats.join(', ')}) without detecting it`,
  ).argParser(format);

export const schoolOption = (
  what = 'the school, where the file does not say it: LAESTAB, seven digits',
): Option => new Option('--school <laestab>', what).argParser(school);

export const encodingOption = (): Option =>
  new Option(
    '--encoding <name>',
    'read text as utf-8, utf-16le, utf-16be or windows-1252, whatever the file says',
  ).argParser(encoding);

export const mappingOption = (): Option =>
  new Option(
    '--mapping <file>',
    'read spreadsheets by this mapping, which "rollbook map" makes; implies --format spreadsheet',
  );

export const asOfOption = (): Option =>
  new Option(
    '--as-of <date>',
    'judge dates and ages as of this day, YYYY-MM-DD; today when not given',
  ).argParser(dayOf);

export const databaseOption = (): Option =>
  new Option(
    '--db <database>',
    'the store: pglite:DIR, or postgresql://USER@HOST/DATABASE (password in PGPASSWORD)',
  )
    .argParser(parseDatabase)
    .default(defaultDatabase, defaultDatabase.text);

export const databaseToCheckOption = (): Option =>
  new Option(
    '--db <database>',
    'check this store across its schools too: pglite:DIR or postgresql://USER@HOST/DATABASE',
  ).argParser(parseDatabase);

export const jsonOption = (what = 'print one JSON object'): Option => new Option('--json', what);

export const identifyOption = (): Option =>
  new Option('--identify', 'show values and keys, which are data of pupils; they are left out otherwise');

export const numberOption = (flags: string, what: string): Option =>
  new Option(flags, what).argParser(wholeNumber);
