import {
  type Batch,
  checkTableOptions,
  createTableParser,
  type Head,
  letGo,
  type Parser,
  readHead,
  type Source,
  tableHeadOf,
  UnreadableInputError,
} from '@rollbook/parser-kit';
import { isStaffReport } from './detect-table.js';
import { detect } from './detect.js';
import { simsDialect } from './dialect.js';
import { simsHeadings } from './headings.js';
import type { SimsParseOptions } from './options.js';
import { bannerOf, withoutBanner } from './xml/banner.js';
import { readReport } from './xml/read-report.js';
import { failureIn, reportFailed } from './xml/report-failed.js';

/** Reports of the examinations module on entries, which are no results. */
const ENTRIES = /statement of entry|candidate special arrangements/i;
const TITLE_LENGTH = 2_000;

/** @throws UnreadableInputError for files of SIMS that are known and hold nothing to read */
function refuseKnown(head: Head): void {
  const failure = failureIn(head.text);
  if (failure !== undefined) throw reportFailed(failure.text, failure.line);
  if (head.text.trimStart().startsWith('<')) return;
  const title = head.text.slice(0, TITLE_LENGTH);
  if (ENTRIES.test(title) && !/\b(?:result|grade)\b/i.test(title)) {
    throw new UnreadableInputError(
      'sims-exam-entries',
      'The report lists entries for examinations, and no results.',
      { help: 'Send a report of results, such as the broadsheet.' },
    );
  }
  const table = tableHeadOf(head, simsHeadings);
  if (table !== undefined && isStaffReport(table.keys)) {
    throw new UnreadableInputError(
      'sims-staff-report',
      'The report is about staff or the timetable, and holds no pupils.',
      { help: 'Check that the right report was chosen.' },
    );
  }
}

async function lookAt(source: Source, signal: AbortSignal | undefined): Promise<Head> {
  try {
    const head = await readHead(source);
    signal?.throwIfAborted();
    refuseKnown(head);
    return head;
  } catch (error) {
    await letGo(source);
    throw error;
  }
}

async function* parse(
  source: Source,
  options: SimsParseOptions = {},
): AsyncGenerator<Batch, void, undefined> {
  checkTableOptions(options);
  const dialect = simsDialect(options);
  options.signal?.throwIfAborted();
  const { text, bytes } = await lookAt(source, options.signal);
  if (bannerOf(text) !== '') {
    const { source: rest, encoding } = withoutBanner(source, bytes, text);
    const declared = options.encoding ?? encoding;
    const known = declared === undefined ? options : { ...options, encoding: declared };
    yield* readReport(rest, { dialect, options: known });
  } else if (/^\ufeff?\s*</.test(text)) yield* readReport(source, { dialect, options });
  else yield* createTableParser(dialect).parse(source, options);
}

/**
 * Reads reports of SIMS: the XML of CommandReporter and of the partner API, delimited text, .xlsx and .ods, by the
 * captions of their columns. Memory is bounded; see {@link SimsParseOptions} for what a file doesn't say.
 *
 * Yields pupils, each with the registration at the school and what else the report lists. Columns that are not known go
 * to `extensions` under their captions. Caption by caption: docs/formats/sims.md.
 *
 * @throws UnreadableInputError when the file is none of these, is damaged or cut short, or holds SIMS's own error
 *   (`sims-report-failed`)
 */
export const simsParser: Parser<SimsParseOptions> = {
  id: 'sims',
  supplier: 'sims',
  title: 'SIMS reports',
  detect,
  parse,
};
