import { InvalidArgumentError, Option } from 'commander';
import { isIsoDate } from '@rollbook/model';
import type { Parser } from '@rollbook/parser-kit';
import { defaultDatabase, parseDatabase } from './database.js';
import { formats, parserOf } from './parsers.js';

function format(value: string): Parser {
  const parser = parserOf(value);
  if (parser === undefined) throw new InvalidArgumentError(`Known formats: ${formats.join(', ')}.`);
  return parser;
}

function day(value: string): string {
  if (!isIsoDate(value)) throw new InvalidArgumentError('A day is written YYYY-MM-DD.');
  return value;
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(value);
}

export const formatOption = (): Option =>
  new Option(
    '-f, --format <format>',
    `read as this format (${formats.join(', ')}) without detecting it`,
  ).argParser(format);

export const asOfOption = (): Option =>
  new Option(
    '--as-of <date>',
    'judge dates and ages as of this day, YYYY-MM-DD; today when not given',
  ).argParser(day);

export const databaseOption = (): Option =>
  new Option('--db <database>', 'the store: pglite:DIR')
    .argParser(parseDatabase)
    .default(defaultDatabase, defaultDatabase.text);

export const jsonOption = (what = 'print one JSON object'): Option => new Option('--json', what);

export const identifyOption = (): Option =>
  new Option('--identify', 'show values and keys, which are data of pupils; they are left out otherwise');

export const numberOption = (flags: string, what: string): Option =>
  new Option(flags, what).argParser(wholeNumber);
