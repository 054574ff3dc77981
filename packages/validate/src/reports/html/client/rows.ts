import type { ListedIssue, SortKey } from '../issue-list.js';
import { severityName } from '../severities.js';
import { dayText, yearGroupText } from '../words.js';
import { element } from './dom.js';

/** Longest text in a cell; all of it is in the details. */
const LONGEST = 160;

const STATUS = { new: 'New', still: 'Still there' } as const;

/** How the list is laid out: its columns, and what the page knows. */
export interface RowLook {
  readonly columns: readonly { readonly key: SortKey; readonly label: string }[];
  readonly severalFiles: boolean;
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Text of its own direction, so that right-to-left text can't turn around what stands beside it. */
const own = (text: string): HTMLElement => element('bdi', {}, text);

function content(issue: ListedIssue, key: SortKey, severalFiles: boolean): Node[] {
  if (key === 'severity')
    return [element('span', { class: `tag ${issue.severity}` }, severityName[issue.severity])];
  if (key === 'code') return [element('code', {}, issue.code)];
  if (key === 'yearGroup') return issue.yearGroup === null ? [] : [own(yearGroupText(issue.yearGroup))];
  if (key === 'date') return issue.date === null ? [] : [own(dayText(issue.date))];
  if (key === 'status') return issue.status === null ? [] : [own(STATUS[issue.status])];
  if (key === 'place') {
    const unplaced = issue.kind === null ? 'the file as a whole' : '–';
    const place = issue.place === '' ? unplaced : short(issue.place);
    const file = element('span', { class: 'note' }, own(short(issue.fileName)));
    return severalFiles ? [file, own(place)] : [own(place)];
  }
  const text = issue[key];
  return text === null ? [] : [own(short(text))];
}

/** One row of the list, and the row of its details that the button in it opens. */
export function issueRow(issue: ListedIssue, { columns, severalFiles }: RowLook): HTMLTableRowElement {
  const cells = columns.map(({ key, label }) => {
    const children = content(issue, key, severalFiles);
    const attributes = { role: 'cell', class: `c-${key}`, 'data-label': label };
    return element(
      'td',
      children.length > 0 ? attributes : { ...attributes, class: `c-${key} empty` },
      ...children,
    );
  });
  const button = element('button', { type: 'button', class: 'open', 'aria-expanded': 'false' });
  button.append(
    element('span', { class: 'hidden-text' }, `Details of ${issue.code}, ${issue.place || issue.message}`),
  );
  const opener = element('td', { role: 'cell', class: 'c-details' }, button);
  const row = element('tr', { role: 'row' }, opener, ...cells);
  button.addEventListener('click', () => toggle(row, button, () => detailsRow(issue, columns.length + 1)));
  return row;
}

function toggle(row: HTMLElement, button: HTMLElement, make: () => HTMLElement): void {
  const open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(open));
  if (open) row.after(make());
  else row.nextElementSibling?.remove();
}

function detailsRow(issue: ListedIssue, width: number): HTMLTableRowElement {
  const facts: readonly (readonly [string, string | null])[] = [
    ['What to do', issue.help],
    ['File', issue.fileName],
    ['Where', issue.place],
    ['Record', issue.kind],
    ['Field', issue.field],
    ['School', issue.school],
    ['Year group', issue.yearGroup === null ? null : yearGroupText(issue.yearGroup)],
    ['Date', issue.date === null ? null : dayText(issue.date)],
    ['Pupil', issue.pupil],
    ['Value', issue.value],
    ['Key', issue.key],
    ['Key of the pupil', issue.pupilKey],
  ];
  const list = element('dl', {});
  for (const [name, text] of facts) {
    if (text === null || text === '') continue;
    list.append(element('div', {}, element('dt', {}, name), element('dd', {}, own(text))));
  }
  return element(
    'tr',
    { role: 'row', class: 'details' },
    element('td', { role: 'cell', colspan: String(width) }, list),
  );
}
