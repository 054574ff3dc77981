import type { Place } from '@rollbook/model';
import type { Issue, Severity } from '@rollbook/parser-kit';
import type { Colours } from './colours.js';
import type { IssueGroup } from '@rollbook/validate/reports';
import { count, counted, placeText, plain, table } from './text.js';

export type IssueCounts = Readonly<Record<Severity, number>>;

/** `3 errors, 1 query, 0 infos`. */
export function countsText(counts: IssueCounts): string {
  return [
    counted(counts.error, 'error'),
    counted(counts.query, 'query', 'queries'),
    counted(counts.info, 'info'),
  ].join(', ');
}

function painted(colours: Colours, severity: Severity, text: string): string {
  if (severity === 'error') return colours.red(text);
  return severity === 'query' ? colours.yellow(text) : colours.cyan(text);
}

/** One line a code: severity, code, how many, message. */
export function summaryText(groups: readonly IssueGroup[], colours: Colours): string {
  return headings(groups, colours)
    .map((line) => `  ${line}\n`)
    .join('');
}

function headings(groups: readonly IssueGroup[], colours: Colours): string[] {
  if (groups.length === 0) return [];
  const rows = groups.map(({ severity, code, count: number, message }) => [
    severity,
    plain(code),
    `${count(number)} ×`,
    message,
  ]);
  return table(rows, [2])
    .split('\n')
    .map((line, index) => {
      const severity = groups[index]?.severity ?? 'info';
      return painted(colours, severity, severity) + line.slice(severity.length);
    });
}

/** Codes, each with its first places and what to do. Values and keys are shown only with `identify`. */
export function issueReport(
  groups: readonly IssueGroup[],
  { colours, identify }: { colours: Colours; identify: boolean },
): string {
  let text = '';
  headings(groups, colours).forEach((heading, index) => {
    const group = groups[index] as IssueGroup;
    text += `  ${heading}\n`;
    for (const issue of group.first) text += `         ${whereText(issue, identify)}\n`;
    const more = group.count - group.first.length;
    if (group.first.length > 0 && more > 0) text += `         and ${count(more)} more\n`;
    text += `         ${colours.dim(group.help)}\n`;
  });
  return text;
}

function whereText(issue: Issue, identify: boolean): string {
  const { place, field, value, record } = issue;
  const where = placeText(place);
  const parts = [where === '' ? 'the file as a whole' : where];
  if (field !== undefined) parts.push(plain(field));
  if (identify && value !== undefined) parts.push(JSON.stringify(plain(value)));
  if (identify && record !== undefined) parts.push(plain(record.pupilKey ?? record.key));
  return parts.join('  ');
}

/** An issue's whereabouts in JSON. */
export interface IssueSighting {
  readonly place: Place;
  readonly field: string | null;
  readonly kind: string | null;
  /** As sent; only with `--identify`. */
  readonly value?: string | null;
  /** Key of the record; only with `--identify`. */
  readonly key?: string | null;
  /** Key of the pupil; only with `--identify`. */
  readonly pupilKey?: string | null;
}

export function sightingOf({ place, field, value, record }: Issue, identify: boolean): IssueSighting {
  const shown = { place, field: field ?? null, kind: record?.kind ?? null };
  if (!identify) return shown;
  return { ...shown, value: value ?? null, key: record?.key ?? null, pupilKey: record?.pupilKey ?? null };
}
