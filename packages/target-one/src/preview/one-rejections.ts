import { rejectionReport, type Rejection, type RejectionReportOptions } from '@rollbook/loader';
import type { CanonicalRecord } from '@rollbook/model';
import type { Issue, Severity } from '@rollbook/parser-kit';
import type { TargetPupil } from '../pupils/target-pupil.js';
import type { PreviewedPupil } from './one-preview.js';
import { onePreviewIssues, type OnePreviewIssueCode } from './preview-issues.js';

const isCode = (code: string): code is OnePreviewIssueCode => code in onePreviewIssues;

function whyOf(code: string): Rejection['why'] {
  if (code === 'one-unmatched' || code === 'one-hidden') return 'unmatched';
  return code === 'one-conflict' || code.startsWith('one-address') ? 'waiting' : 'rejected';
}

/** Of this severity or a worse one, so that a school isn't told what is for officers alone. */
const RANK: Readonly<Record<Severity, number>> = { error: 0, query: 1, info: 2 };

/**
 * What a school is told of a preview, as the loader's rejections are: pupils that ONE wouldn't take or match, and what is
 * wrong with them.
 *
 * @param least `query` when not given: conflicts and the like are for officers.
 */
export function oneRejections(
  previewed: Pick<PreviewedPupil, 'pupil' | 'issues'>,
  least: Severity = 'query',
): Rejection[] {
  return rejectionsOf(previewed.pupil, previewed.issues, least);
}

function rejectionsOf(one: TargetPupil, issues: readonly Issue[], least: Severity): Rejection[] {
  const records: readonly CanonicalRecord[] = [one.pupil, ...one.records];
  const name = [one.pupil.surname, one.pupil.forename].filter((part) => part !== undefined).join(', ');
  return issues
    .filter(({ severity }) => RANK[severity] <= RANK[least])
    .map((issue) => {
      const record =
        records.find(({ kind, key }) => kind === issue.record?.kind && key === issue.record.key) ?? one.pupil;
      const { file } = record.provenance;
      return { why: whyOf(issue.code), issue, record, loadId: 0, file, ...(name ? { pupil: name } : {}) };
    });
}

/**
 * A school's rejections in any of the report formats of `@rollbook/validate/reports`, file by file. All of them are in memory
 * at once, since pupils come by their keys and not by their files.
 */
export async function* oneRejectionReport(
  rejections: Iterable<Rejection>,
  options: Omit<RejectionReportOptions, 'rules'>,
): AsyncGenerator<string, void, undefined> {
  const files = new Map<string, Rejection[]>();
  for (const one of rejections) {
    const key = one.file.sha256 ?? one.file.name ?? '';
    const there = files.get(key);
    if (there) there.push(one);
    else files.set(key, [one]);
  }
  // The report tells files apart by the number of the load.
  const ordered = [...files.values()].flatMap((some, index) =>
    some.map((one) => ({ ...one, loadId: index + 1 })),
  );
  const rules = Object.entries(onePreviewIssues).map(([code, { title, severity, help }]) => ({
    ...{ code, title, severity, help },
    packs: [],
  }));
  yield* rejectionReport(each(ordered), { ...options, rules });
}

// eslint-disable-next-line @typescript-eslint/require-await -- the report takes what is read page by page
async function* each<T>(some: readonly T[]): AsyncGenerator<T, void, undefined> {
  yield* some;
}

export interface RejectionTextOptions {
  /** Name of the school, or its LAESTAB. */
  readonly school: string;
  /** Shows names and UPNs, for want of which a row or line of the file says which pupil it is. */
  readonly identify?: boolean;
}

/** A school's rejections in plain words, for a mail to its data manager: by what is wrong, with what to do, then the pupils. */
export function oneRejectionText(
  rejections: readonly Rejection[],
  { school, identify = false }: RejectionTextOptions,
): string {
  if (rejections.length === 0) return `${school}: nothing to correct.\n`;
  const byCode = new Map<string, Rejection[]>();
  for (const one of rejections) byCode.set(one.issue.code, [...(byCode.get(one.issue.code) ?? []), one]);
  const codes = [...byCode].sort(
    ([a, some], [b, others]) =>
      RANK[some[0]?.issue.severity ?? 'info'] - RANK[others[0]?.issue.severity ?? 'info'] ||
      others.length - some.length ||
      (a < b ? -1 : 1),
  );
  const parts = codes.map(([code, some]) => {
    const [first] = some;
    const title = isCode(code) ? onePreviewIssues[code].title : code;
    const lines = some.map((one) => `  - ${subjectOf(one, identify)}`);
    return `${title} (${some.length})\n  ${first?.issue.message ?? ''}\n  ${first?.issue.help ?? ''}\n${lines.join('\n')}\n`;
  });
  return `${school}: ${rejections.length === 1 ? '1 thing' : `${rejections.length} things`} to correct in the MIS\n\n${parts.join('\n')}`;
}

function subjectOf({ issue, record, pupil, file }: Rejection, identify: boolean): string {
  const { line, row, sheet, path } = issue.place;
  const at =
    row !== undefined
      ? `row ${row}${sheet === undefined ? '' : ` of sheet ${oneLine(sheet)}`}`
      : line !== undefined
        ? `line ${line}`
        : (path ?? 'no place');
  const place = `${oneLine(file.name ?? 'file')}, ${at}`;
  if (!identify) return place;
  const upn = record.kind === 'pupil' && record.upn !== undefined ? `, UPN ${record.upn}` : '';
  const value = issue.value === undefined ? '' : `: ${oneLine(issue.value)}`;
  return `${oneLine(pupil ?? 'no name')}${upn}${value} (${place})`;
}

/** What a file says can't break the text into lines of its own. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').slice(0, 200);
}
