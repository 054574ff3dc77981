import { NONE, type SortKey } from './issue-list.js';
import type { KeptIssue } from './kept-issues.js';
import { type Markup, markup } from './markup.js';
import { severities, severityPlural } from './severities.js';
import { numberText, yearGroupRank, yearGroupText } from './words.js';

export interface IssuesSection {
  readonly kept: readonly KeptIssue[];
  readonly labels: readonly string[];
  /** Issues that there are, listed or not. */
  readonly total: number;
}

type Choice = readonly [value: string, label: string];

const COLUMNS: readonly (readonly [SortKey, string])[] = [
  ['severity', 'Severity'],
  ['code', 'Code'],
  ['message', 'What is wrong'],
  ['pupil', 'Pupil'],
  ['value', 'Value'],
  ['place', 'Where'],
  ['field', 'Field'],
  ['school', 'School'],
  ['yearGroup', 'Year group'],
  ['date', 'Date'],
  ['status', 'Status'],
  ['key', 'Key'],
];

/** The list of issues with its search and filters, which the page's script fills. */
export function issuesSection({ kept, labels, total }: IssuesSection): Markup {
  const status = kept.some(({ shown }) => shown.status !== null);
  const columns = COLUMNS.filter(([key]) => isOfUse(key, kept));
  return markup`<section class="card issues" aria-labelledby="issues"><h2 id="issues" tabindex="-1">Issues</h2>
${
  total > kept.length &&
  markup`<p class="note limit">${numberText(kept.length)} of ${numberText(total)} issues are listed here, the worst kept first; ${numberText(total - kept.length)} are left out. The figures above count all of them.</p>`
}
<p class="without-script">The list of issues needs JavaScript, which is switched off here. The figures above are complete without it, and a report as CSV holds the list for a spreadsheet.</p>
${kept.length === 0 ? markup`<p class="nothing">${total === 0 ? 'Nothing was found.' : 'This report lists no issues.'}</p>` : list(kept, labels, columns, status)}
</section>`;
}

/** A column that is empty, or says the same school in every row, would take room from the others. */
function isOfUse(key: SortKey, kept: readonly KeptIssue[]): boolean {
  if (key === 'place') return true;
  if (key === 'school') return new Set(kept.map(({ shown }) => shown.school)).size > 1;
  return kept.some(({ shown }) => (shown[key] ?? '') !== '');
}

function list(
  kept: readonly KeptIssue[],
  labels: readonly string[],
  columns: readonly (readonly [SortKey, string])[],
  status: boolean,
): Markup {
  return markup`<div class="with-script">
<form class="filters" id="filters" role="search" aria-label="Issues">
<p class="field wide"><label for="f-text">Search</label><input type="search" id="f-text" name="text" autocomplete="off" spellcheck="false" placeholder="Words in a message, place, field …"></p>
${choice('code', 'Code', codeChoices(kept), 'wide')}
${choice('severity', 'Severity', severityChoices(kept))}
${choice('yearGroup', 'Year group', yearGroupChoices(kept))}
${columns.some(([key]) => key === 'school') && choice('school', 'School', schoolChoices(kept))}
${status && choice('status', 'Status', statusChoices(kept))}
${labels.length > 1 && choice('file', 'File', fileChoices(kept, labels), 'wide')}
<p class="field"><label for="f-from">From</label><input type="date" id="f-from" name="from"></p>
<p class="field"><label for="f-to">To</label><input type="date" id="f-to" name="to"></p>
<p class="field narrow-only"><label for="f-sort">Sort by</label><select id="f-sort">${columns.map(
    ([key, label]) =>
      markup`<option value="${key}">${label}</option><option value="-${key}">${label}, backwards</option>`,
  )}</select></p>
<p class="field"><button type="reset" id="clear">Clear all</button></p>
</form>
<div class="results"><p id="count" role="status"></p>${pager('top')}</div>
<div class="scroll" id="issues-scroll" tabindex="0" role="region" aria-label="List of issues">
<table class="list" id="list" role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><span class="hidden-text">Details</span></th>${columns.map(
    ([key, label]) =>
      markup`<th scope="col" role="columnheader" data-key="${key}" data-label="${label}"${key === 'severity' && markup` aria-sort="ascending"`}><button type="button" data-sort="${key}">${label}</button></th>`,
  )}</tr></thead><tbody id="list-body" role="rowgroup"></tbody></table></div>
<div class="results foot"><p class="field inline"><label for="f-size">Rows a page</label><select id="f-size">${[
    25, 50, 100, 250,
  ].map(
    (size) => markup`<option${size === 25 && markup` selected`}>${size}</option>`,
  )}</select></p>${pager('bottom')}</div></div>`;
}

function pager(where: 'top' | 'bottom'): Markup {
  return markup`<nav class="pager" aria-label="Pages of issues, ${where}"><button type="button" data-page="-1">Previous</button><span class="page-of"></span><button type="button" data-page="1">Next</button></nav>`;
}

function choice(name: string, label: string, choices: readonly Choice[], look = ''): Markup | null {
  if (choices.length === 0) return null;
  return markup`<p class="field ${look}"><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}"><option value="">All</option>${choices.map(
    ([value, text]) => markup`<option value="${value}">${text}</option>`,
  )}</select></p>
`;
}

function countsOf<T>(kept: readonly KeptIssue[], of: (issue: KeptIssue) => T): Map<T, number> {
  const counts = new Map<T, number>();
  for (const issue of kept) counts.set(of(issue), (counts.get(of(issue)) ?? 0) + 1);
  return counts;
}

function severityChoices(kept: readonly KeptIssue[]): Choice[] {
  const counts = countsOf(kept, ({ shown }) => shown.severity);
  return severities.flatMap((severity) => {
    const count = counts.get(severity);
    return count === undefined ? [] : [[severity, `${severityPlural[severity]} (${numberText(count)})`]];
  });
}

function codeChoices(kept: readonly KeptIssue[]): Choice[] {
  const messages = new Map(kept.map(({ shown }) => [shown.code, shown.message]));
  return [...countsOf(kept, ({ shown }) => shown.code)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, count]) => [code, `${code}: ${messages.get(code) ?? ''} (${numberText(count)})`]);
}

function yearGroupChoices(kept: readonly KeptIssue[]): Choice[] {
  return [...countsOf(kept, ({ shown }) => shown.yearGroup)]
    .sort(([a], [b]) => yearGroupRank(a) - yearGroupRank(b))
    .map(([yearGroup, count]) => [yearGroup ?? NONE, `${yearGroupText(yearGroup)} (${numberText(count)})`]);
}

function schoolChoices(kept: readonly KeptIssue[]): Choice[] {
  const counts = countsOf(kept, ({ shown }) => shown.school);
  return [...counts]
    .sort(([a], [b]) => ((a ?? NONE) < (b ?? NONE) ? -1 : 1))
    .map(([school, count]) => [school ?? NONE, `${school ?? 'None'} (${numberText(count)})`]);
}

function statusChoices(kept: readonly KeptIssue[]): Choice[] {
  const labels = { new: 'New', still: 'Still there', [NONE]: 'Not compared' };
  const counts = countsOf(kept, ({ shown }) => shown.status ?? NONE);
  return (['new', 'still', NONE] as const).flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [[status, `${labels[status]} (${numberText(count)})`]];
  });
}

function fileChoices(kept: readonly KeptIssue[], labels: readonly string[]): Choice[] {
  const counts = countsOf(kept, ({ file }) => file);
  return labels.map((label, file) => [String(file), `${label} (${numberText(counts.get(file) ?? 0)})`]);
}
