import { type ColumnValues, inHundred } from './column-values.js';
import { canBeBirths, canBeEntries, dateShape, orderOfDates } from './date-values.js';
import { codeSetOf } from './field-fit.js';

/** What a column may hold by its values alone. */
export interface Guess {
  readonly field: string;
  readonly confidence: number;
  readonly reason: string;
}

const MANY = 0.8;
const NEARLY_ALL = 0.95;
/** Fewer values say little. */
const FEW = 3;

/**
 * Fields whose values look like those of a column, the likeliest first. Fields that only the context can tell apart
 * (whose telephone it is) come with a low confidence each.
 */
export function guessByValues(values: ColumnValues, today: string): Guess[] {
  const guesses: Guess[] = [];
  if (values.filled === 0) return guesses;
  const add = (confidence: number, share: number, what: string, ...fields: string[]): void => {
    const sure = values.filled < FEW ? confidence * 0.7 : confidence;
    for (const field of fields)
      guesses.push({ field, confidence: sure, reason: `${inHundred(share)} values ${what}` });
  };
  const share = values.share.bind(values);
  if (share('upn') >= MANY) add(0.95, share('upn'), 'are UPNs, with the right check letter', 'pupil.upn');
  else if (share('upn-shaped') >= MANY)
    add(0.6, share('upn-shaped'), 'have the form of a UPN, though not its check letter', 'pupil.upn');
  if (share('uln') >= MANY) add(0.9, share('uln'), 'are ULNs, with the right check digit', 'pupil.uln');
  if (share('laestab') >= NEARLY_ALL && values.distinct <= Math.max(1, values.filled / 10))
    add(0.75, share('laestab'), 'are LA and establishment numbers', 'school.laestab');
  if (share('postcode') >= MANY) {
    add(
      0.6,
      share('postcode'),
      'are postcodes; of the pupil, unless the sheet says another',
      'pupil.address.postcode',
    );
    add(0.3, share('postcode'), 'are postcodes', 'contact.address.postcode');
  }
  if (share('email') >= MANY)
    add(0.4, share('email'), 'are email addresses, but whose', 'contact.emails', 'pupil.emails');
  const phones = share('phone') + share('phone-without-zero');
  if (phones >= MANY)
    add(0.4, Math.min(1, phones), 'are telephone numbers, but whose', 'contact.phones', 'pupil.phones');
  if (share('sex') >= NEARLY_ALL) add(0.75, share('sex'), 'are words or letters for a sex', 'pupil.sex');
  dates(values, today, add);
  codes(values, add);
  if (share('year-word') >= MANY) add(0.75, share('year'), 'are year groups', 'enrolment.yearGroup');
  else if (share('year') >= NEARLY_ALL && values.distinct <= 15)
    add(0.4, share('year'), 'are numbers from 0 to 14, which year groups are, too', 'enrolment.yearGroup');
  if (share('group') >= MANY)
    add(
      0.6,
      share('group'),
      'are a year and letters, as registration groups are',
      'enrolment.registrationGroup',
    );
  if (share('session') >= NEARLY_ALL) add(0.6, share('session'), 'are AM or PM', 'attendance-mark.session');
  if (share('mark-string') >= MANY)
    add(0.75, share('mark-string'), 'are strings of attendance marks', 'marks.codes');
  else if (share('mark') >= NEARLY_ALL && share('slash-mark') >= 0.3)
    add(0.75, share('mark'), 'are attendance marks', 'attendance-mark.code');
  if (share('surname-comma') >= MANY)
    add(
      0.65,
      share('surname-comma'),
      'are two words with a comma between, as whole names are',
      'pupil.fullName',
    );
  else if (share('name') >= MANY && values.distinct > values.filled / 3)
    add(0.3, share('name'), 'are words that may be names', 'pupil.surname', 'pupil.forename');
  if (
    share('digits') >= NEARLY_ALL &&
    values.distinct === values.filled &&
    values.values.every(({ length }) => length <= 6)
  )
    add(0.35, share('digits'), 'are numbers that are all different', 'enrolment.admissionNumber');
  return guesses.sort((a, b) => b.confidence - a.confidence);
}

type Add = (confidence: number, share: number, what: string, ...fields: string[]) => void;

function dates(values: ColumnValues, today: string, add: Add): void {
  const share = values.share('date');
  if (share < MANY) return;
  const order = orderOfDates(values) === 'mdy' ? 'mdy' : 'dmy';
  const shape = dateShape(values, today, order);
  if (shape === undefined) return;
  const { together, termStarts, yearsAgo } = shape;
  const ago = `the middle one ${Math.abs(Math.round(yearsAgo))} years ${yearsAgo < 0 ? 'ahead' : 'ago'}`;
  const spread = together < 0.2 && termStarts < 0.4;
  if (canBeBirths(shape)) {
    add(
      spread && values.filled >= 8 ? 0.75 : 0.5,
      share,
      `are dates, ${ago} and ${spread ? 'spread over the year' : 'some of them often'}; pupils would be that old`,
      'pupil.birthDate',
    );
  }
  if (canBeEntries(shape)) {
    const starts = termStarts >= 0.5 || together >= 0.3;
    add(
      starts ? 0.7 : 0.3,
      share,
      `are dates, ${ago}${starts ? ', most of them at the start of a term' : ''}; pupils can have come then`,
      'enrolment.entryDate',
    );
  }
}

/** Sets whose codes are seldom met by chance, with what is added for that. */
const SETS: readonly (readonly [set: string, field: string, confidence: number])[] = [
  ['ethnicities', 'pupil.ethnicity', 0.85],
  ['sen-needs', 'sen-need.need', 0.75],
  ['languages', 'pupil.languages:F', 0.6],
  ['contact-relationships', 'contact.relationship', 0.6],
  ['exclusion-categories', 'exclusion.category', 0.75],
  ['exclusion-reasons', 'exclusion.reasons', 0.55],
];

function codes(values: ColumnValues, add: Add): void {
  for (const [id, field, confidence] of SETS) {
    const set = codeSetOf(id);
    if (set === undefined) continue;
    const share = values.shareOfCodes(set, false);
    const words = share >= 0.9 ? share : values.shareOfCodes(set, true);
    if (words >= 0.9) add(confidence, words, `are in the list "${set.title}"`, field);
  }
  const provisions = codeSetOf('sen-provisions');
  if (provisions === undefined) return;
  const share = values.shareOfCodes(provisions, true);
  // N alone is a No as well
  const support = values.values.filter((value) => /^k$|support/i.test(value)).length;
  if (share >= NEARLY_ALL && support > 0 && values.distinct <= 8)
    add(0.65, share, `are in the list "${provisions.title}"`, 'sen-provision.provision');
}
