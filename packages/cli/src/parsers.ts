import { cmisParser, progressoParser } from '@rollbook/parser-advanced-learning';
import { arborParser } from '@rollbook/parser-arbor';
import { bromcomParser } from '@rollbook/parser-bromcom';
import { atfParser, ctfParser } from '@rollbook/parser-ctf';
import { isamsParser } from '@rollbook/parser-isams';
import type { Parser } from '@rollbook/parser-kit';
import { onerosterParser } from '@rollbook/parser-oneroster';
import { schoolCensusParser } from '@rollbook/parser-school-census';
import { simsParser } from '@rollbook/parser-sims';
import { spreadsheetParser } from '@rollbook/parser-spreadsheet';
import { wondeParser } from '@rollbook/parser-wonde';
import { nccisParser } from '@rollbook/target-profile';

/** Every format that the command reads. A new parser is put here and nowhere else in this package. */
export const parsers: readonly Parser[] = [
  ctfParser,
  atfParser,
  schoolCensusParser,
  simsParser,
  isamsParser,
  progressoParser,
  cmisParser,
  arborParser,
  bromcomParser,
  wondeParser,
  onerosterParser,
  nccisParser,
  spreadsheetParser,
];
/** The ids that `--format` takes. */
export const formats: readonly string[] = parsers.map(({ id }) => id);

export function parserOf(format: string): Parser | undefined {
  return parsers.find(({ id }) => id === format);
}
