/** Pupil-months that are remembered: ten thousand pupils over a year and a half. */
const MOST_MONTHS = 200_000;

/**
 * Who has a mark for which session, so that a second mark is seen wherever it stands in the file: two bits a day in two
 * numbers a month.
 */
export class MarkedSessions {
  readonly #months = new Map<string, [am: number, pm: number]>();

  /** Notes a mark; true when the session had one before. */
  add(pupil: string, date: string, session: 'AM' | 'PM'): boolean {
    const name = `${pupil}|${date.slice(0, 7)}`;
    let month = this.#months.get(name);
    if (month === undefined) {
      if (this.#months.size >= MOST_MONTHS) return false;
      this.#months.set(name, (month = [0, 0]));
    }
    const index = session === 'AM' ? 0 : 1;
    const bit = 1 << (Number(date.slice(8)) % 32);
    const before = month[index];
    month[index] = before | bit;
    return (before & bit) !== 0;
  }
}
