import { LoaderError } from './errors.js';

const DATE_TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?)?$/;

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  timeZoneName: 'longOffset',
});

/**
 * As of when a file is: what the caller says, else what the file says of itself, else when it came. A file's own
 * word is taken as London's time where it names no zone; a clock that is ahead counts as the moment of coming,
 * since otherwise one such file would shut out the school's files to come.
 *
 * @returns ISO 8601, UTC.
 * @throws LoaderError `invalid-option` when `told` is no ISO 8601 date or date-time.
 */
export function asOfOf(told: string | undefined, createdAt: string | undefined, began: Date): string {
  if (told !== undefined) {
    const moment = momentOf(told);
    if (!moment) throw new LoaderError('invalid-option', 'The option asOf is no ISO 8601 date or date-time.');
    return moment.toISOString();
  }
  const created = createdAt === undefined ? undefined : momentOf(createdAt);
  return (created && created < began ? created : began).toISOString();
}

function momentOf(text: string): Date | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const zone = match.groups?.zone;
  const moment = new Date(zone || text.length > 10 ? (zone ? text : `${text}Z`) : `${text}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return undefined;
  return zone ? moment : new Date(moment.getTime() - londonOffset(moment));
}

/** Milliseconds by which London's clock is ahead of UTC; exact but in the hour in which it changes. */
function londonOffset(moment: Date): number {
  const name = londonClock.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value;
  return name === 'GMT+01:00' ? 3_600_000 : 0;
}
