import {
  filterIssues,
  type IssueFilter,
  listIssues,
  noFilter,
  sortIssues,
  type Sorting,
  type SortKey,
  sortKeys,
} from '../issue-list.js';
import type { PageData } from '../page-data.js';
import { numberText } from '../words.js';
import { all, byId } from './dom.js';
import { issueRow } from './rows.js';

/** Rows that are printed at the most. */
const PRINTED = 1000;

type Field = HTMLInputElement | HTMLSelectElement;

/** The list of issues: search, filters, order and pages. */
export function startList(): void {
  const form = document.getElementById('filters');
  if (!(form instanceof HTMLFormElement)) return;
  const data = JSON.parse(byId('data', HTMLScriptElement).textContent) as PageData;
  const issues = listIssues(data);
  const heads = all<HTMLTableCellElement>('#list th[data-label]');
  const look = {
    columns: heads.map((head) => ({
      key: sortKeyOf(head.dataset.key),
      label: head.dataset.label ?? '',
    })),
    severalFiles: data.files.length > 1,
  };
  const body = byId('list-body', HTMLTableSectionElement);
  const size = byId('f-size', HTMLSelectElement);
  const sortChoice = byId('f-sort', HTMLSelectElement);
  let sorting: Sorting = { by: 'severity', descending: false };
  let found = issues;
  let page = 0;

  const fields = (): Field[] => all<Field>('input[name], select[name]', form);
  const filter = (): IssueFilter => ({
    ...noFilter,
    ...Object.fromEntries(fields().map(({ name, value }) => [name, value])),
  });

  function draw(rows = Number(size.value)): void {
    const pages = Math.max(1, Math.ceil(found.length / rows));
    page = Math.min(Math.max(page, 0), pages - 1);
    const start = page * rows;
    body.replaceChildren(...found.slice(start, start + rows).map((issue) => issueRow(issue, look)));
    for (const text of all('.page-of'))
      text.textContent = `Page ${numberText(page + 1)} of ${numberText(pages)}`;
    for (const button of all<HTMLButtonElement>('[data-page]')) {
      const to = page + Number(button.dataset.page);
      // Not disabled, which would lose the focus of whoever has just come to the last page
      button.setAttribute('aria-disabled', String(to < 0 || to >= pages));
    }
  }

  function search(): void {
    found = sortIssues(filterIssues(issues, filter()), sorting);
    page = 0;
    const of = found.length < issues.length ? ` of ${numberText(issues.length)}` : '';
    byId('count', HTMLElement).textContent =
      `${numberText(found.length)}${of} ${issues.length === 1 ? 'issue' : 'issues'}`;
    draw();
  }

  function sort(next: Sorting): void {
    sorting = next;
    sortChoice.value = `${next.descending ? '-' : ''}${next.by}`;
    for (const head of heads) {
      if (head.dataset.key === next.by)
        head.setAttribute('aria-sort', next.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    search();
  }

  function pick(wanted: Partial<IssueFilter>): void {
    const next: IssueFilter = { ...noFilter, ...wanted };
    for (const field of fields()) field.value = next[field.name as keyof IssueFilter];
    search();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const heading = byId('issues', HTMLElement);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  }

  form.addEventListener('input', search);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => sort({ by: 'severity', descending: false })));
  size.addEventListener('change', () => {
    page = 0;
    draw();
  });
  sortChoice.addEventListener('input', (event) => {
    event.stopPropagation();
    const [, backwards, key] = /^(-?)(.*)$/.exec(sortChoice.value) ?? [];
    sort({ by: sortKeyOf(key), descending: backwards === '-' });
  });
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target?.closest<HTMLElement>('[data-sort], [data-page]');
    if (button?.dataset.sort !== undefined) {
      const by = sortKeyOf(button.dataset.sort);
      sort({ by, descending: sorting.by === by && !sorting.descending });
    } else if (button?.dataset.page !== undefined) {
      if (button.getAttribute('aria-disabled') === 'true') return;
      page += Number(button.dataset.page);
      draw();
    } else {
      const picked = target?.closest<HTMLElement>('[data-filter], [data-pick]');
      const wanted = picked?.dataset.filter ?? picked?.dataset.pick;
      if (wanted === undefined) return;
      event.preventDefault();
      pick(JSON.parse(wanted) as Partial<IssueFilter>);
    }
  });
  addEventListener('beforeprint', () => draw(PRINTED));
  addEventListener('afterprint', () => draw());
  search();
}

function sortKeyOf(text: string | undefined): SortKey {
  return sortKeys.find((key) => key === text) ?? 'severity';
}
