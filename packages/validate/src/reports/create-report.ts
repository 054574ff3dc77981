import { createCsvReport } from './csv-report.js';
import { createHtmlReport, type HtmlReportOptions } from './html/html-report.js';
import { createJsonReport } from './json-report.js';
import { createJunitReport } from './junit-report.js';
import { createNdjsonReport } from './ndjson-report.js';
import type { ReportFormat, ReportWriter } from './report.js';
import { createSarifReport } from './sarif-report.js';

export interface ReportOptions {
  readonly html?: HtmlReportOptions | undefined;
}

/**
 * A writer of one format, for one run.
 *
 * @throws RangeError as {@link createHtmlReport} does
 */
export function createReport(format: ReportFormat, { html }: ReportOptions = {}): ReportWriter {
  switch (format) {
    case 'html':
      return createHtmlReport(html);
    case 'json':
      return createJsonReport();
    case 'ndjson':
      return createNdjsonReport();
    case 'csv':
      return createCsvReport();
    case 'junit':
      return createJunitReport();
    case 'sarif':
      return createSarifReport();
  }
}
