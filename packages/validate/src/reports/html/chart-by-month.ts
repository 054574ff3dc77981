import type { MonthFigures, SeverityCounts } from '../report.js';
import type { IssueFilter } from './issue-list.js';
import { issuesLink, pickable } from './links.js';
import { type Markup, markup } from './markup.js';
import { addCounts, severities, totalOf } from './severities.js';
import { countText, numberText, monthText, shortMonthText } from './words.js';

/** Months that have a column; what is before and after them is summed up. */
const MONTHS = 24;
/** Height of the columns in CSS pixels. */
const HEIGHT = 132;
/** Least height at which a piece is still seen. */
const LEAST = 2;

interface Column {
  readonly label: Markup;
  readonly name: string;
  readonly filter: Partial<IssueFilter>;
  readonly issues: SeverityCounts;
}

/** `2026-09` and -1 make `2026-08`. */
export function monthAfter(month: string, months: number): string {
  const all = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`;
}

const none: SeverityCounts = { error: 0, query: 0, info: 0 };
const sumOf = (months: readonly MonthFigures[]): SeverityCounts =>
  months.reduce((sum, { issues }) => addCounts(sum, issues), none);

/**
 * What was found by the month of the day that a record is about: columns for the last two years up to the day of the
 * check, what is earlier and later summed up, and a table of all months.
 */
export function chartByMonth(byMonth: readonly MonthFigures[], asOf: string, file: string): Markup {
  if (byMonth.length === 0)
    return markup`<p class="nothing">No issue is about a record with a date of its own.</p>`;
  const columns = columnsOf(byMonth, asOf, file);
  const highest = columns.reduce((most, { issues }) => Math.max(most, totalOf(issues)), 0);
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Issues by month">
<ol class="months">${columns.map((column) => columnItem(column, highest))}</ol></div>
<details class="more"><summary>The same as a table</summary>${monthTable(byMonth, file)}</details>`;
}

function columnsOf(byMonth: readonly MonthFigures[], asOf: string, file: string): Column[] {
  const known = new Map(byMonth.map(({ month, issues }) => [month, issues]));
  const asOfMonth = asOf.slice(0, 7);
  const last = byMonth.findLast(({ month }) => month <= asOfMonth)?.month ?? asOfMonth;
  const earliest = monthAfter(last, 1 - MONTHS);
  const firstKnown = byMonth.find(({ month }) => month >= earliest)?.month ?? last;
  const first = firstKnown > last ? last : firstKnown;
  const columns: Column[] = [];
  const earlier = sumOf(byMonth.filter(({ month }) => month < first));
  if (totalOf(earlier) > 0)
    columns.push({
      label: markup`Earlier`,
      name: `Before ${monthText(first)}`,
      filter: { to: lastDayOf(monthAfter(first, -1)), file },
      issues: earlier,
    });
  for (let month = first; month <= last; month = monthAfter(month, 1)) {
    const year = month.endsWith('-01') || month === first;
    columns.push({
      label: markup`${shortMonthText(month)}${year && markup` <b>${month.slice(0, 4)}</b>`}`,
      name: monthText(month),
      filter: daysOf(month, file),
      issues: known.get(month) ?? none,
    });
  }
  const later = sumOf(byMonth.filter(({ month }) => month > last));
  if (totalOf(later) > 0)
    columns.push({
      label: markup`Later`,
      name: `After ${monthText(last)}`,
      filter: { from: `${monthAfter(last, 1)}-01`, file },
      issues: later,
    });
  return columns;
}

/** The last day of a month, as a date that there is. */
function lastDayOf(month: string): string {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${days}`;
}

const daysOf = (month: string, file: string): Partial<IssueFilter> => ({
  from: `${month}-01`,
  to: lastDayOf(month),
  file,
});

function columnItem({ label, name, filter, issues }: Column, highest: number): Markup {
  const total = totalOf(issues);
  if (total === 0) return markup`<li><span class="below">${label}</span></li>`;
  const parts = severities
    .filter((severity) => issues[severity] > 0)
    .map((severity) =>
      countText(issues[severity], severity, severity === 'query' ? 'queries' : `${severity}s`),
    );
  let y = HEIGHT;
  const pieces = severities.map((severity) => {
    if (issues[severity] === 0) return null;
    const height = Math.max((issues[severity] / highest) * HEIGHT, LEAST);
    y -= height;
    return markup`<rect class="${severity}" y="${y.toFixed(1)}" width="100%" height="${height.toFixed(1)}"></rect>`;
  });
  const content = markup`<span class="above">${numberText(total)}<span class="hidden-text">; ${name}: ${parts.join(', ')}</span></span><svg class="column" width="100%" height="${(HEIGHT - y).toFixed(1)}" aria-hidden="true" focusable="false"><g transform="translate(0 ${(-y).toFixed(1)})">${pieces}</g></svg><span class="below" aria-hidden="true">${label}</span>`;
  return markup`<li title="${name}: ${parts.join(', ')}">${issuesLink(filter, content)}</li>
`;
}

function monthTable(byMonth: readonly MonthFigures[], file: string): Markup {
  return markup`<table class="plain">
<thead><tr><th scope="col">Month</th><th scope="col" class="number">Errors</th><th scope="col" class="number">Queries</th><th scope="col" class="number">Infos</th></tr></thead>
<tbody>${byMonth.map(
    ({ month, issues }) =>
      markup`<tr${pickable(daysOf(month, file))}><th scope="row">${issuesLink(daysOf(month, file), monthText(month))}</th><td class="number">${numberText(issues.error)}</td><td class="number">${numberText(issues.query)}</td><td class="number">${numberText(issues.info)}</td></tr>
`,
  )}</tbody></table>`;
}
