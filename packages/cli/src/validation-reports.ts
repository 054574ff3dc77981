import {
  createReport,
  type FileFigures,
  type ReportFile,
  type ReportIssue,
  type ReportRun,
  type ReportWriter,
  type RunFigures,
} from '@rollbook/validate/reports';
import type { Context } from './context.js';
import { reportToFile, reportToStdout, type ReportOutput } from './report-file.js';
import type { ReportRequest } from './report-requests.js';

interface OpenReport {
  readonly writer: ReportWriter;
  readonly output: ReportOutput;
}

/** The reports of one run, written side by side as files are read. */
export class ValidationReports {
  readonly #reports: readonly OpenReport[];

  private constructor(reports: readonly OpenReport[]) {
    this.#reports = reports;
  }

  /** @throws UsageError when one can't be written where it should go; then none is begun */
  static async open(
    context: Context,
    requests: readonly ReportRequest[],
    inputs: readonly string[],
  ): Promise<ValidationReports> {
    const reports: OpenReport[] = [];
    try {
      for (const { format, out } of requests) {
        const output = out === undefined ? reportToStdout(context) : await reportToFile(context, out, inputs);
        reports.push({ writer: createReport(format), output });
      }
    } catch (error) {
      await Promise.all(reports.map(({ output }) => output.abandon()));
      throw error;
    }
    return new ValidationReports(reports);
  }

  begin(run: ReportRun): Promise<void> {
    return this.#write((writer) => writer.begin(run));
  }

  beginFile(file: ReportFile): Promise<void> {
    return this.#write((writer) => writer.beginFile(file));
  }

  async issues(issues: readonly ReportIssue[]): Promise<void> {
    if (issues.length > 0) await this.#write((writer) => writer.issues(issues));
  }

  endFile(figures: FileFigures): Promise<void> {
    return this.#write((writer) => writer.endFile(figures));
  }

  /** Ends the reports and puts files in their places. */
  async end(figures: RunFigures): Promise<void> {
    await this.#write((writer) => writer.end(figures));
    for (const { output } of this.#reports) await output.done();
  }

  /** Takes away what was begun in files; harmless after `end`. */
  async abandon(): Promise<void> {
    await Promise.all(this.#reports.map(({ output }) => output.abandon()));
  }

  async #write(piece: (writer: ReportWriter) => string): Promise<void> {
    for (const { writer, output } of this.#reports) await output.write(piece(writer));
  }
}
