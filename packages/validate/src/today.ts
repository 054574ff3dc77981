const LONDON_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in England, `YYYY-MM-DD`: near midnight in summer UTC is a day behind. */
export function todayInEngland(now: Date = new Date()): string {
  const parts = new Map(LONDON_DAY.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}
