import type { SessionFigures } from '../report.js';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import { addSessions } from './merged-figures.js';
import { countText, dayText, numberText, shareText, shortMonthText, weekdayText } from './words.js';

/** Least shares of each step of the scale, in per cent; what is below the last is the darkest. */
export const attendanceSteps = [96, 93, 90, 85, 80, 75] as const;

const DAY = 86_400_000;

/** Sessions at which pupils were to be there. */
export const possibleOf = ({ attended, authorised, unauthorised }: SessionFigures): number =>
  attended + authorised + unauthorised;

/** Step of the scale for a share in per cent: 0 for the highest attendance, 6 for the lowest. */
export function attendanceStep(percent: number): number {
  const step = attendanceSteps.findIndex((least) => percent >= least);
  return step === -1 ? attendanceSteps.length : step;
}

/** The day of a week by its Monday. */
function dayOf(week: string, weekday: number): string {
  const monday = Date.parse(week);
  if (Number.isNaN(monday)) return week;
  return new Date(monday + (weekday - 1) * DAY).toISOString().slice(0, 10);
}

/** `2026/27` for a day in it: academic years change on 1 September. */
function academicYearText(day: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0);
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** Groups in the order of their first members. */
function groupsOf<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const byWeek = (a: SessionFigures, b: SessionFigures): number =>
  a.week < b.week ? -1 : a.week > b.week ? 1 : 0;

/**
 * Attendance by week, weekday and half day: a table of shares whose cells are shaded, for each academic year, the
 * latest first; and a table of sums by week.
 */
export function chartAttendance(sessions: readonly SessionFigures[]): Markup {
  const [first, ...rest] = sessions;
  if (first === undefined) return markup`<p class="nothing">There are no session marks.</p>`;
  const sum = rest.reduce(addSessions, first);
  const years = [
    ...groupsOf([...sessions].sort(byWeek), ({ week }) => academicYearText(dayOf(week, 5))),
  ].reverse();
  return markup`<p class="lead"><b>${shareText(sum.attended, possibleOf(sum))}</b> of ${countText(possibleOf(sum), 'possible session')} attended; ${numberText(sum.authorised)} authorised and ${numberText(sum.unauthorised)} unauthorised absences${
    sum.unknown > 0 && markup`; ${numberText(sum.unknown)} without a mark that counts`
  }.</p>
${legend()}
${years.map(([year, own], index) =>
  index === 0
    ? yearBlock(year, own)
    : markup`<details class="more"><summary>Academic year ${year}</summary>${yearBlock(year, own)}</details>`,
)}`;
}

function legend(): Markup {
  const words = attendanceSteps.map((least, step) =>
    step === 0 ? `${least}% and more` : `${least} to ${attendanceSteps[step - 1] ?? 100}%`,
  );
  words.push(`below ${attendanceSteps.at(-1) ?? 0}%`);
  return markup`<ul class="scale" aria-label="Scale">${words.map((word, step) => markup`<li><span class="cell s${step}" aria-hidden="true"></span>${word}</li>`)}</ul>`;
}

function yearBlock(year: string, sessions: readonly SessionFigures[]): Markup {
  const weeks = groupsOf(sessions, ({ week }) => week);
  const name = `Attendance ${year} by week, share of possible sessions in per cent`;
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${name}">
<table class="heat" data-heat>
<caption class="hidden-text">${name}</caption>
<thead>${monthRow([...weeks.keys()])}<tr><th scope="col">Week of</th>${[...weeks.keys()].map(
    (week) =>
      markup`<th scope="col"><span class="hidden-text">${dayText(week)}</span><span aria-hidden="true">${Number(week.slice(8))}</span></th>`,
  )}</tr></thead>
<tbody>${rowsOf(sessions).map(({ weekday, session }) => heatRow(weekday, session, weeks))}</tbody></table></div>
<details class="more"><summary>Sums by week, ${year}</summary><div class="scroll" tabindex="0" role="region" aria-label="Sums by week, ${year}">${weekTable(weeks)}</div></details>`;
}

/** Months over the weeks whose Mondays are in them; the days below are read by themselves. */
function monthRow(weeks: readonly string[]): Markup {
  const months = groupsOf(weeks, (week) => week.slice(0, 7));
  return markup`<tr class="months-over" aria-hidden="true"><td></td>${[...months].map(
    ([month, own]) => markup`<td colspan="${own.length}">${shortMonthText(month)}</td>`,
  )}</tr>`;
}

/** Monday to Friday always; Saturday and Sunday only where there is something. */
function rowsOf(sessions: readonly SessionFigures[]): { weekday: number; session: 'AM' | 'PM' }[] {
  const days = new Set([1, 2, 3, 4, 5, ...sessions.map(({ weekday }) => weekday)]);
  return [...days]
    .sort((a, b) => a - b)
    .flatMap((weekday) => [
      { weekday, session: 'AM' as const },
      { weekday, session: 'PM' as const },
    ]);
}

function heatRow(
  weekday: number,
  session: 'AM' | 'PM',
  weeks: ReadonlyMap<string, readonly SessionFigures[]>,
): Markup {
  const day = weekdayText(weekday);
  return markup`<tr class="${session === 'AM' ? 'am' : 'pm'}"><th scope="row"><abbr title="${day}">${day.slice(0, 3)}</abbr> ${session}</th>${[
    ...weeks.values(),
  ].map((own) =>
    heatCell(own.find((figures) => figures.weekday === weekday && figures.session === session)),
  )}</tr>
`;
}

function heatCell(figures: SessionFigures | undefined): Markup {
  if (figures === undefined) return markup`<td class="cell none"></td>`;
  const possible = possibleOf(figures);
  const name = `${weekdayText(figures.weekday)} ${dayText(dayOf(figures.week, figures.weekday))} ${figures.session}`;
  const rest = [
    `${numberText(figures.authorised)} authorised`,
    `${numberText(figures.unauthorised)} unauthorised`,
    figures.notPossible > 0 && `${numberText(figures.notPossible)} not possible`,
    figures.unknown > 0 && `${numberText(figures.unknown)} without a mark that counts`,
  ].filter((part) => part !== false);
  if (possible === 0)
    return markup`<td class="cell none" title="${name}: no possible sessions; ${rest.slice(2).join(', ')}">–</td>`;
  const percent = Math.floor((figures.attended / possible) * 100);
  return markup`<td class="cell s${attendanceStep(percent)}" title="${name}: ${shareText(figures.attended, possible)}, ${numberText(figures.attended)} of ${numberText(possible)} attended; ${rest.join(', ')}">${percent}</td>`;
}

function weekTable(weeks: ReadonlyMap<string, readonly SessionFigures[]>): Markup {
  return markup`<table class="plain">
<thead><tr><th scope="col">Week of</th><th scope="col" class="number">Attended</th><th scope="col" class="number">Share</th><th scope="col" class="number">Authorised</th><th scope="col" class="number">Unauthorised</th><th scope="col" class="number">Not possible</th><th scope="col" class="number">No mark</th></tr></thead>
<tbody>${[...weeks].map(([week, [first, ...rest]]) => {
    if (first === undefined) return null;
    const sum = rest.reduce(addSessions, first);
    return markup`<tr><th scope="row">${dayText(week)}</th>${[
      numberText(sum.attended),
      shareText(sum.attended, possibleOf(sum)),
      numberText(sum.authorised),
      numberText(sum.unauthorised),
      numberText(sum.notPossible),
      numberText(sum.unknown),
    ].map((cell) => markup`<td class="number">${cell}</td>`)}</tr>
`;
  })}</tbody></table>`;
}
