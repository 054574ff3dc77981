import { cmisParser, progressoParser } from '@rollbook/parser-advanced-learning';
import { arborParser } from '@rollbook/parser-arbor';
import { bromcomParser } from '@rollbook/parser-bromcom';
import { ctfParser } from '@rollbook/parser-ctf';
import { isamsParser } from '@rollbook/parser-isams';
import type { Parser } from '@rollbook/parser-kit';
import { onerosterParser } from '@rollbook/parser-oneroster';
import { schoolCensusParser } from '@rollbook/parser-school-census';
import { simsParser } from '@rollbook/parser-sims';
import { spreadsheetParser } from '@rollbook/parser-spreadsheet';
import { wondeParser } from '@rollbook/parser-wonde';

/** Every parser there is: a file must be taken by its own and by no other. */
export const allParsers: readonly Parser[] = [
  ctfParser,
  schoolCensusParser,
  simsParser,
  isamsParser,
  progressoParser,
  cmisParser,
  arborParser,
  bromcomParser,
  wondeParser,
  onerosterParser,
  spreadsheetParser,
];
