import { schoolCensusFormat } from '../census/index.js';
import type { SyntheticFormat } from '../format.js';
import { cmisCsvFormat, progressoCsvFormat, progressoXlsxFormat } from './advanced-learning/index.js';
import { arborCsvFormat, arborJsonFormat } from './arbor/index.js';
import { bromcomCsvFormat, bromcomJsonFormat } from './bromcom/index.js';
import { ctfFormat } from './ctf/index.js';
import { isamsCsvFormat, isamsJsonFormat, isamsXlsxFormat, isamsXmlFormat } from './isams/index.js';
import { oneRosterCsvFormat } from './oneroster/index.js';
import { simsCsvFormat, simsXlsxFormat, simsXmlFormat } from './sims/index.js';
import { spreadsheetCsvFormat, spreadsheetXlsxFormat } from './spreadsheet/index.js';
import { wondeJsonFormat } from './wonde/index.js';

/** Every format that a synthetic school can be written in. */
export const syntheticFormats: readonly SyntheticFormat[] = [
  ctfFormat,
  schoolCensusFormat,
  simsXmlFormat,
  simsCsvFormat,
  simsXlsxFormat,
  isamsXmlFormat,
  isamsJsonFormat,
  isamsCsvFormat,
  isamsXlsxFormat,
  progressoCsvFormat,
  progressoXlsxFormat,
  cmisCsvFormat,
  spreadsheetXlsxFormat,
  spreadsheetCsvFormat,
  arborCsvFormat,
  arborJsonFormat,
  bromcomCsvFormat,
  bromcomJsonFormat,
  wondeJsonFormat,
  oneRosterCsvFormat,
];
