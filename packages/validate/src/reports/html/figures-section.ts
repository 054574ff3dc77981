import type { FileFigures, ReportRun } from '../report.js';
import { chartAttendance } from './chart-attendance.js';
import { chartByCode } from './chart-by-code.js';
import { chartByMonth } from './chart-by-month.js';
import { chartByYearGroup } from './chart-by-year-group.js';
import { comparison, comparisonOfAll } from './comparison.js';
import { type Markup, markup } from './markup.js';
import { type ChartFigures, mergeFigures } from './merged-figures.js';

/** Cells of attendance that a page can hold and still be quick: some forty files of a school year. */
const MOST_CELLS = 16_000;

interface Scope {
  /** Position of the file, or empty for all. */
  readonly file: string;
  readonly label: string;
  readonly figures: ChartFigures;
  readonly comparison: Markup;
}

/** Charts of all files together and of each, of which the page's script shows one at a time. */
export function figuresSection(
  run: ReportRun,
  files: readonly FileFigures[],
  labels: readonly string[],
): Markup | null {
  const scopes = scopesOf(run, files, labels);
  if (scopes.length === 0) return null;
  let cells = 0;
  return markup`<section aria-labelledby="figures"><div class="section-head"><h2 id="figures">Figures</h2>${
    scopes.length > 1 &&
    markup`<label class="with-script pick-scope">Show <select id="scope">${scopes.map(({ file, label }) => markup`<option value="${file}">${label}</option>`)}</select></label>`
  }</div>
${scopes.map((scope) => {
  cells += scope.figures.attendance.length;
  return scopeArticle(scope, run.asOf, cells <= MOST_CELLS);
})}</section>`;
}

function scopesOf(run: ReportRun, files: readonly FileFigures[], labels: readonly string[]): Scope[] {
  const titles = new Map<string, string>(run.rules.map(({ code, title }) => [code, title]));
  const titleOf = (code: string): string | undefined => titles.get(code);
  const read = files.flatMap((file, index) => (file.error === null ? [{ file, index }] : []));
  const own = read.map(({ file, index }) => {
    for (const { code, message } of file.byCode) if (!titles.has(code)) titles.set(code, message);
    return {
      file: String(index),
      label: labels[index] ?? '',
      figures: file,
      comparison: comparison(file.comparison, String(index), titleOf),
    };
  });
  if (own.length < 2) return own;
  const all = read.map(({ file }) => file);
  return [
    {
      file: '',
      label: 'All files together',
      figures: mergeFigures(all),
      comparison: comparisonOfAll(all),
    },
    ...own,
  ];
}

function scopeArticle(
  { file, label, figures, comparison: changes }: Scope,
  asOf: string,
  whole: boolean,
): Markup {
  const card = (name: string, heading: string, note: string | null, content: Markup): Markup =>
    markup`<div class="card ${name}"><h4>${heading}</h4>${note !== null && markup`<p class="note">${note}</p>`}${content}</div>
`;
  return markup`<article class="scope" data-scope="${file}"><h3><bdi>${label}</bdi></h3>
<div class="grid">
${card('by-code', 'By rule', null, chartByCode(figures.byCode, file))}
<div class="stack">${card('by-year', 'By year group', null, chartByYearGroup(figures.byYearGroup, file))}
${card('since', 'Since the last check', null, changes)}</div>
${card('by-month', 'By date', 'Month of the session, or of the start of the spell, that the record is about.', chartByMonth(figures.byMonth, asOf, file))}
${card(
  'attendance',
  'Attendance by week',
  null,
  whole
    ? chartAttendance(figures.attendance)
    : markup`<p class="nothing">Left out, since a page of so many files would be slow: check this file by itself to see it.</p>`,
)}
</div></article>
`;
}
