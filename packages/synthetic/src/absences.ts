import { type Random, Weighted } from './random.js';

/** Why a pupil is away, and for how long. */
export interface Absence {
  readonly code: string;
  /** Length in sessions. */
  readonly sessions: number;
}

/** What may be said of who is away, and when. */
export interface AbsenceContext {
  /** The session is on or after 19 August 2024, when the codes changed. */
  readonly reformed: boolean;
  readonly morning: boolean;
  readonly yearIndex: number;
  /** Of a Gypsy, Roma or Traveller family. */
  readonly traveller: boolean;
}

interface Reason {
  readonly code: string;
  /** The code for it before 19 August 2024, where it was another. */
  readonly before?: string;
  /** Lengths in sessions with their weights. */
  readonly lengths: readonly (readonly [sessions: number, weight: number])[];
}

const ILLNESS: Reason = {
  code: 'I',
  lengths: [
    [1, 8],
    [2, 46],
    [4, 22],
    [6, 12],
    [8, 6],
    [10, 6],
  ],
};
const MEDICAL: Reason = {
  code: 'M',
  lengths: [
    [1, 9],
    [2, 1],
  ],
};
const UNKNOWN: Reason = {
  code: 'O',
  lengths: [
    [1, 48],
    [2, 46],
    [4, 4],
    [10, 2],
  ],
};
const HOLIDAY: Reason = {
  code: 'G',
  lengths: [
    [4, 2],
    [6, 2],
    [10, 5],
    [20, 1],
  ],
};
const LATE: Reason = { code: 'U', lengths: [[1, 1]] };
const NOT_YET: Reason = {
  code: 'N',
  lengths: [
    [1, 1],
    [2, 1],
  ],
};
const EXCEPTIONAL: Reason = {
  code: 'C',
  lengths: [
    [1, 2],
    [2, 6],
    [4, 1],
  ],
};
const AGREED_HOLIDAY: Reason = {
  code: 'C',
  before: 'H',
  lengths: [
    [4, 1],
    [10, 1],
  ],
};
const RELIGION: Reason = { code: 'R', lengths: [[2, 1]] };
const TRAVELLING: Reason = {
  code: 'T',
  lengths: [
    [10, 1],
    [20, 1],
    [30, 1],
  ],
};
const PERFORMANCE: Reason = {
  code: 'C1',
  before: 'C',
  lengths: [
    [2, 3],
    [4, 1],
  ],
};
const INTERVIEW: Reason = {
  code: 'J1',
  before: 'J',
  lengths: [
    [1, 3],
    [2, 1],
  ],
};
const NO_TRANSPORT: Reason = { code: 'Y1', before: 'Y', lengths: [[2, 1]] };
const TRAVEL_DISRUPTED: Reason = {
  code: 'Y2',
  before: 'Y',
  lengths: [
    [1, 1],
    [2, 1],
  ],
};
const PREMISES: Reason = { code: 'Y3', before: 'Y', lengths: [[2, 1]] };
const DETAINED: Reason = {
  code: 'Y5',
  before: 'Y',
  lengths: [
    [10, 1],
    [20, 1],
  ],
};
const PUBLIC_HEALTH: Reason = {
  code: 'Y6',
  before: 'Y',
  lengths: [
    [4, 1],
    [10, 1],
  ],
};
const UNAVOIDABLE: Reason = { code: 'Y7', before: 'Y', lengths: [[2, 1]] };
const NO_ACCESS: Reason = { code: 'Q', before: 'Y', lengths: [[10, 1]] };

type Share = readonly [reason: Reason, weight: number];

const RARE: readonly Share[] = [
  [PERFORMANCE, 0.3],
  [NO_TRANSPORT, 0.4],
  [TRAVEL_DISRUPTED, 0.3],
  [PREMISES, 0.1],
  [DETAINED, 0.02],
  [PUBLIC_HEALTH, 0.1],
  [UNAVOIDABLE, 0.2],
  [NO_ACCESS, 0.03],
];

/** Reasons of pupils who seldom miss school, and of those who are persistently absent: they differ in kind too. */
const SELDOM: readonly Share[] = [
  [ILLNESS, 52],
  [MEDICAL, 16],
  [UNKNOWN, 6],
  [HOLIDAY, 2.2],
  [LATE, 8],
  [NOT_YET, 1],
  [EXCEPTIONAL, 4],
  [AGREED_HOLIDAY, 0.4],
  [RELIGION, 2],
  [TRAVELLING, 0.5],
  [INTERVIEW, 1],
  ...RARE,
];
const OFTEN: readonly Share[] = [
  [ILLNESS, 40],
  [MEDICAL, 9],
  [UNKNOWN, 26],
  [HOLIDAY, 2],
  [LATE, 16],
  [NOT_YET, 2],
  [EXCEPTIONAL, 3],
  [AGREED_HOLIDAY, 0.2],
  [RELIGION, 1],
  [TRAVELLING, 0.5],
  [INTERVIEW, 0.5],
  ...RARE,
];

interface Profile {
  readonly reasons: Weighted<{ readonly reason: Reason; readonly lengths: Weighted<number> }>;
  /** Sessions of an absence, on average. */
  readonly meanLength: number;
}

function profileOf(shares: readonly Share[]): Profile {
  let weights = 0;
  let sessions = 0;
  for (const [{ lengths }, weight] of shares) {
    const sum = lengths.reduce((all, [, share]) => all + share, 0);
    weights += weight;
    sessions += (weight * lengths.reduce((all, [length, share]) => all + length * share, 0)) / sum;
  }
  return {
    reasons: new Weighted(
      shares.map(([reason, weight]) => [{ reason, lengths: new Weighted(reason.lengths) }, weight]),
    ),
    meanLength: sessions / weights,
  };
}

const SELDOM_ABSENT = profileOf(SELDOM);
const OFTEN_ABSENT = profileOf(OFTEN);

/** Persistent absence: a tenth of the sessions or more. */
const PERSISTENT = 0.1;

/** A reason that not every pupil can have, in place of which stands one that anybody can. */
function fitting(reason: Reason, { morning, yearIndex, traveller }: AbsenceContext): Reason {
  if (reason === TRAVELLING) return traveller ? reason : ILLNESS;
  if (reason === INTERVIEW) return yearIndex >= 11 ? reason : MEDICAL;
  if (reason === DETAINED) return yearIndex >= 9 ? reason : MEDICAL;
  // Registers close in the morning; who comes so late in the afternoon doesn't come
  if (reason === LATE) return morning ? reason : UNKNOWN;
  return reason;
}

/** The absences of one pupil who misses a share of the sessions. */
export class AbsenceHabit {
  readonly #profile: Profile;
  readonly #chance: number;

  /** @param rate share of sessions missed, 0 to below 1 */
  constructor(rate: number) {
    this.#profile = rate >= PERSISTENT ? OFTEN_ABSENT : SELDOM_ABSENT;
    // An absence of n sessions on average, begun with chance p when there: missed are pn of 1 + pn sessions
    this.#chance = rate / ((1 - rate) * this.#profile.meanLength);
  }

  /** The absence that begins with this session, if one does. */
  begin(random: Random, context: AbsenceContext): Absence | undefined {
    if (!random.chance(this.#chance)) return undefined;
    const { reason, lengths } = this.#profile.reasons.pick(random);
    const sessions = lengths.pick(random);
    const fit = fitting(reason, context);
    return {
      code: context.reformed ? fit.code : (fit.before ?? fit.code),
      sessions: fit === reason ? sessions : 1,
    };
  }
}
