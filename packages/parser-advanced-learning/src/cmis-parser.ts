import {
  type Batch,
  createTableParser,
  type Parser,
  type Source,
  type TableDialect,
  type TableParseOptions,
} from '@rollbook/parser-kit';
import { cmisHeadings } from './cmis-headings.js';
import type { RollCalls } from './cmis-spans.js';
import { detectCmis } from './detect.js';
import { prepareCmis } from './prepare-cmis.js';
import { suspensionCodes } from './suspension-codes.js';

export interface CmisParseOptions extends TableParseOptions {
  /**
   * When the registers are called, in minutes since midnight; 540 and 780 (09:00 and 13:00) when not given. Says which
   * session an absence from time to time belongs to.
   */
  readonly rollCalls?: RollCalls;
}

const ROLL_CALLS: RollCalls = { am: 540, pm: 780 };

function dialectFor({ rollCalls = ROLL_CALLS }: CmisParseOptions): TableDialect {
  const { am, pm } = rollCalls;
  if (!Number.isInteger(am) || !Number.isInteger(pm) || am < 0 || pm > 1_440 || am >= pm)
    throw new RangeError('rollCalls are two times in minutes since midnight, the morning’s first');
  return {
    id: 'cmis',
    supplier: 'advanced-learning',
    title: 'CMIS (Facility) exports',
    headings: cmisHeadings,
    detect: detectCmis,
    codes: suspensionCodes,
    // Lists of SQL queries
    blanks: ['NULL'],
    prepare: (table) => prepareCmis(table, rollCalls),
  };
}

async function* parse(
  source: Source,
  options: CmisParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  yield* createTableParser(dialectFor(options)).parse(source, options);
}

/**
 * Reads CSV exports of CMIS (Facility CMIS, ePortal): lists of its tables, and reports with title rows, page headers
 * and totals. The newest data set gives the pupil; absences by time become session marks, and none is inferred.
 *
 * @throws UnreadableInputError when no row of known headings is found
 * @throws RangeError when `rollCalls` are no times
 */
export const cmisParser: Parser<CmisParseOptions> = { ...createTableParser(dialectFor({})), parse };
