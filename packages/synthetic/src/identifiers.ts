import { formatUln, formatUpn, UPN_ALPHABET } from '@rollbook/model';

/** Serial numbers of a school in a year: 001 to 999. */
const SERIALS = 999;
const TEMPORARY_SERIALS = 100 * UPN_ALPHABET.length;

/** First establishment number of the invented feeder schools; primary schools have numbers from 2000. */
const FIRST_FEEDER = 2001;

/** The establishment number of a feeder school; 0 is the school itself. */
export function feederEstablishment(feeder: number, own: string): string {
  return feeder === 0 ? own : String(FIRST_FEEDER + feeder - 1);
}

/**
 * Gives out UPNs without giving one twice, each as a school would: the next serial number of a school in a year.
 * Needs two numbers for each year, and no list of what was given.
 */
export class UpnRegister {
  readonly feeders: number;
  readonly #own = new Map<number, number>();
  readonly #others = new Map<number, number>();
  readonly #temporary = new Map<number, number>();

  constructor(
    private readonly la: string,
    private readonly establishment: string,
    pupils: number,
  ) {
    this.feeders = 5 + Math.ceil(pupils / 900);
  }

  /** The UPN, and the number of the school that gave it; `own` asks for the school's own while it has serials. */
  permanent(year: number, own: boolean): { upn: string; feeder: number } {
    const ownCount = this.#own.get(year) ?? 0;
    if (own && ownCount < SERIALS) {
      this.#own.set(year, ownCount + 1);
      return { upn: this.#format(year, 0, ownCount + 1), feeder: 0 };
    }
    const count = this.#others.get(year) ?? 0;
    this.#others.set(year, count + 1);
    const feeder = 1 + (count % this.feeders);
    return { upn: this.#format(year, feeder, 1 + Math.floor(count / this.feeders)), feeder };
  }

  /** A temporary UPN, which only a pupil's present school gives; a very large school spills over to its feeders. */
  temporary(year: number): string {
    const count = this.#temporary.get(year) ?? 0;
    this.#temporary.set(year, count + 1);
    const place = count % TEMPORARY_SERIALS;
    const letter = UPN_ALPHABET.charAt(Math.floor(place / 100));
    return this.#format(year, Math.floor(count / TEMPORARY_SERIALS), place % 100, letter);
  }

  #format(year: number, feeder: number, serial: number, letter?: string): string {
    return formatUpn({
      la: this.la,
      establishment: feederEstablishment(feeder, this.establishment),
      year,
      serial,
      ...(letter === undefined ? {} : { letter }),
    });
  }
}

const ULN_SLOTS = 4_500_000;
/** Prime to the number of slots, so that every index has a slot of its own. */
const ULN_STEP = 1_299_709;

/**
 * The ULN of the pupil with this number, in the range from 99 0000 0000 to 99 8999 9999. The Learning Records
 * Service has no range for tests; ULNs so high are easily told for what they are.
 */
export function syntheticUln(index: number): string {
  const body = 990_000_000 + 2 * ((index * ULN_STEP) % ULN_SLOTS);
  // A body has no ULN when its sum leaves 0; the next one's sum is 2 more, so one of two always has
  const uln = formatUln(body) ?? formatUln(body + 1);
  if (uln === undefined) throw new RangeError('no ULN for this number');
  return uln;
}
