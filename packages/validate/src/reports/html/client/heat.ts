import { all, element } from './dom.js';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Makes a table of attendance one stop for the Tab key, with arrow keys between its cells and a tip beside each. */
export function startHeat(): void {
  const tip = element('div', { class: 'tip', 'aria-hidden': 'true' });
  tip.hidden = true;
  document.body.append(tip);
  for (const table of all<HTMLTableElement>('table[data-heat]')) startTable(table, tip);
  document.addEventListener('scroll', () => (tip.hidden = true), { capture: true, passive: true });
}

function startTable(table: HTMLTableElement, tip: HTMLElement): void {
  const rows: HTMLTableCellElement[][] = [];
  table.setAttribute('role', 'grid');
  const first = [...table.querySelectorAll<HTMLTableCellElement>('tbody td')].find(
    (cell) => cell.textContent !== '',
  );
  if (first) first.tabIndex = 0;

  /** Once someone is here: for all the tables of many files at once it would take seconds. */
  const prepare = (): void => {
    if (rows.length > 0) return;
    rows.push(...all('tbody tr', table).map((row) => all<HTMLTableCellElement>('td', row)));
    for (const cell of rows.flat()) {
      if (cell !== first) cell.tabIndex = -1;
      cell.setAttribute('aria-label', cell.title === '' ? 'No sessions' : cell.title);
      cell.removeAttribute('title');
    }
  };

  let pending = 0;
  const hide = (): void => {
    cancelAnimationFrame(pending);
    tip.hidden = true;
  };
  const show = (target: EventTarget | null): void => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('tbody td') : null;
    tip.hidden = cell === null || cell.textContent === '';
    if (cell === null || tip.hidden) return;
    const [name = '', ...rest] = (cell.getAttribute('aria-label') ?? '').split(': ');
    tip.replaceChildren(element('b', {}, name), element('span', {}, rest.join(': ')));
    place(tip, cell.getBoundingClientRect());
  };
  table.addEventListener('pointerover', ({ target }) => {
    prepare();
    show(target);
  });
  table.addEventListener('pointerleave', hide);
  table.addEventListener('focusin', ({ target }) => {
    prepare();
    show(target);
  });
  table.addEventListener('focusout', hide);
  table.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
    const y = rows.findIndex((row) => row.includes(event.target as HTMLTableCellElement));
    const x = rows[y]?.indexOf(event.target as HTMLTableCellElement) ?? -1;
    const last = (rows[y]?.length ?? 0) - 1;
    const [down, right] = STEPS[event.key] ?? [
      0,
      event.key === 'Home' ? -x : event.key === 'End' ? last - x : 0,
    ];
    const next = rows[y + down]?.[x + right];
    if (next === undefined || (down === 0 && right === 0)) return;
    event.preventDefault();
    for (const cell of rows.flat()) cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    // Scrolling to the cell hides its tip; what hides it before the frame has the last word
    pending = requestAnimationFrame(() => show(next));
  });
}

function place(tip: HTMLElement, cell: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, cell.left + cell.width / 2 - width / 2), innerWidth - width - 8);
  const above = cell.top - height - 8;
  tip.style.left = `${Math.max(0, left)}px`;
  tip.style.top = `${above < 8 ? cell.bottom + 8 : above}px`;
}
