import type { Lookups } from './lookups.js';
import type { IsamsMapOptions } from './options.js';
import type { Session } from './registration-codes.js';

/** Words of periods that are no statutory session. */
const OTHER =
  /\b(?:lessons?|prep|meals?|breakfast|lunch|supper|dinner|tea|exams?|activit(?:y|ies)|evening|night|bed(?:time)?|games|chapel|clubs?|weekend|trips?|fixtures?)\b/i;
const MORNING = /\b(?:am|a\.m\.?|morning)(?![a-z])/i;
const AFTERNOON = /\b(?:pm|p\.m\.?|afternoon)(?![a-z])/i;

export interface PeriodMeaning {
  /** Marks of it count. */
  readonly statutory: boolean;
  /** Where its name or type says it; else the time of a mark does. */
  readonly session: Session | undefined;
  /** For telling of it once. */
  readonly name: string;
  /** When it starts, with its day. */
  readonly start: string | undefined;
}

/** What registration periods mean, by the school's list and the names. */
export class Periods {
  readonly #lookups: Lookups;
  readonly #statutory: ReadonlySet<string> | undefined;
  readonly #meanings = new Map<string, PeriodMeaning>();

  constructor(lookups: Lookups, { statutoryPeriods }: IsamsMapOptions) {
    this.#lookups = lookups;
    this.#statutory =
      statutoryPeriods === undefined
        ? undefined
        : new Set(statutoryPeriods.map((name) => name.toLowerCase()));
  }

  find(id: string): PeriodMeaning {
    const known = this.#meanings.get(id);
    if (known !== undefined) return known;
    const meaning = this.#read(id);
    if (this.#lookups.periods.has(id)) this.#meanings.set(id, meaning);
    return meaning;
  }

  #read(id: string): PeriodMeaning {
    const period = this.#lookups.periods.get(id);
    const words = `${period?.name ?? ''} ${period?.type ?? ''}`;
    const name = period?.name ?? id;
    const listed = this.#statutory;
    const statutory =
      listed === undefined
        ? !OTHER.test(words)
        : listed.has(id.toLowerCase()) || listed.has(name.toLowerCase());
    const session = MORNING.test(words) ? 'AM' : AFTERNOON.test(words) ? 'PM' : undefined;
    return { statutory, session, name, start: period?.start };
  }
}
