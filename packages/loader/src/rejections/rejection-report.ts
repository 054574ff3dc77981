import { todayInEngland } from '@rollbook/validate';
import {
  createFileCollector,
  createReport,
  type FileCollector,
  type FileFigures,
  type ReportFormat,
  type ReportRun,
} from '@rollbook/validate/reports';
import { rejectionRules } from './explanations.js';
import type { Rejection } from './rejection.js';

export interface RejectionReportOptions {
  readonly format: ReportFormat;
  /** Who makes the report, as it names its maker. */
  readonly tool: ReportRun['tool'];
  /** Shows values, keys and names of pupils, which are left out otherwise. */
  readonly identify?: boolean;
  /** What the codes mean, where the rejections are none of the loader's own. */
  readonly rules?: ReportRun['rules'];
  /** When the report was begun; now when not given. */
  readonly now?: Date;
}

interface OpenFile {
  readonly loadId: number;
  readonly collector: FileCollector;
  readonly facts: { sha256: string | null; size: number | null; format: string; version: string | null };
}

/**
 * A school's rejections as a report of `@rollbook/validate/reports`, in any of its formats: for each file what of
 * it isn't with the council. It has no figures of records and pupils, since it is about what was not taken.
 *
 * @param rejections in the order in which `Loader.rejections` gives them: file by file.
 * @returns the text, in pieces.
 */
export async function* rejectionReport(
  rejections: AsyncIterable<Rejection>,
  { format, tool, identify = false, rules = rejectionRules, now = new Date() }: RejectionReportOptions,
): AsyncGenerator<string, void, undefined> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  const writer = createReport(format);
  const issues = { error: 0, query: 0, info: 0 };
  let files = 0;
  let open: OpenFile | undefined;

  const endFile = ({ collector, facts }: OpenFile): string => {
    const { figures }: { figures: FileFigures } = collector.finish({ ...facts, seconds: 0, error: null });
    for (const severity of ['error', 'query', 'info'] as const) issues[severity] += figures.issues[severity];
    return writer.endFile(figures);
  };

  yield writer.begin({
    tool,
    startedAt: now.toISOString(),
    asOf: todayInEngland(now),
    identify,
    failOn: 'error',
    rules,
  });
  for await (const { issue, record, pupil, loadId, file } of rejections) {
    if (open?.loadId !== loadId) {
      if (open) yield endFile(open);
      const named = { path: file.name ?? '-', name: file.name ?? null };
      const { sha256, size, format: read, version = null } = file;
      open = {
        loadId,
        collector: createFileCollector({ file: named }),
        facts: { sha256, size, format: read, version },
      };
      files++;
      yield writer.beginFile(named);
    }
    const placed = open.collector.addAcrossSchools([{ issue, record }]);
    yield writer.issues(placed.map((one) => (pupil === undefined ? one : { ...one, pupil })));
  }
  if (open) yield endFile(open);
  yield writer.end({
    files,
    unreadable: 0,
    records: 0,
    issues,
    seconds: seconds(),
    passed: issues.error === 0,
  });
}
