import { codeSets, type CodeSet } from '@rollbook/model';
import { parseFieldKey, tableFields } from '@rollbook/parser-kit';
import { type ColumnValues, inHundred } from './column-values.js';
import { canBeBirths, canBeEntries, dateShape, orderOfDates } from './date-values.js';

export interface Fit {
  /** Share of the values that can be read as the field. */
  readonly share: number;
  /** True when hardly anything else looks so: a check letter, an email address. */
  readonly telling: boolean;
  /** What was looked for, for a sentence: "are UPNs with the right check letter". */
  readonly what: string;
}

export function codeSetOf(id: string): CodeSet | undefined {
  return Object.values(codeSets).find((set) => set.id === id);
}

/** How well the values of a column can be those of a field; undefined for fields that take any text. */
export function fitOf(key: string, values: ColumnValues, today: string): Fit | undefined {
  const { field } = parseFieldKey(key);
  const { read, path, set } = tableFields[field];
  const fit = (share: number, what: string, telling = true): Fit => ({ share, telling, what });
  switch (read) {
    case 'upn': {
      const right = values.share('upn');
      return right >= 0.8
        ? fit(values.share('upn-shaped'), 'are UPNs, with the right check letter')
        : fit(values.share('upn-shaped'), 'have the form of a UPN', false);
    }
    case 'date':
      return dateFit(field, values, today);
    case 'flag':
      return fit(values.share('flag'), 'are yes or no', false);
    case 'integer':
      return fit(values.share('integer'), 'are whole numbers', false);
    case 'number':
    case 'pence':
    case 'calendar-year':
    case 'days':
      return fit(values.share('number'), 'are numbers', false);
    case 'year':
      return fit(values.share('year'), 'are year groups', values.share('year-word') > 0.8);
    case 'session':
      return fit(values.share('session'), 'are AM or PM');
    case 'academic-year':
      return fit(values.share('academic-year'), 'are school years', false);
    case 'laestab':
      return fit(values.share('laestab'), 'are LA and establishment numbers');
    case 'code': {
      const codes = set === undefined ? undefined : codeSetOf(set);
      if (codes !== undefined) {
        const share = values.shareOfCodes(codes, true);
        // Lists that are known to be incomplete do not show that a value is wrong
        return codes.open !== undefined && share < 0.6
          ? undefined
          : fit(share, `are in the list "${codes.title}"`, field !== 'enrolment.boarder');
      }
      if (field === 'attendance-mark.code')
        return fit(values.share('mark'), 'are attendance marks', values.share('slash-mark') > 0.3);
      return undefined;
    }
    case 'name':
      return fit(Math.max(values.share('surname-comma'), values.share('name')), 'are names', false);
    default:
      break;
  }
  switch (path) {
    case 'uln':
      return fit(values.share('uln'), 'are ULNs, with the right check digit');
    case 'address.postcode':
      return fit(values.share('postcode'), 'are postcodes');
    case 'phones':
      return fit(
        Math.max(values.share('phone'), values.share('phone-without-zero')),
        'are telephone numbers',
      );
    case 'emails':
      return fit(values.share('email'), 'are email addresses');
    case 'surname':
    case 'forename':
    case 'preferredSurname':
    case 'preferredForename':
      return fit(values.share('letters'), 'are words', false);
    case 'codes':
      return field === 'marks.codes' ? fit(values.share('mark-string'), 'are strings of marks') : undefined;
    default:
      return undefined;
  }
}

function dateFit(field: string, values: ColumnValues, today: string): Fit {
  const share = values.share('date');
  const order = orderOfDates(values) === 'mdy' ? 'mdy' : 'dmy';
  const shape = dateShape(values, today, order);
  if (shape !== undefined && share >= 0.5) {
    if (field === 'pupil.birthDate') {
      return canBeBirths(shape)
        ? { share, telling: true, what: 'are dates, of the age of pupils' }
        : { share: 0, telling: true, what: 'are dates at which pupils of a school were born' };
    }
    if (field === 'enrolment.entryDate' && !canBeEntries(shape))
      return { share: 0, telling: true, what: 'are dates at which pupils can have come' };
  }
  return { share, telling: false, what: 'are dates' };
}

/** `all values are dates`, `80 in 100 values are dates` */
export function fitText({ share, what }: Fit): string {
  return share === 0 ? `none of the values ${what}` : `${inHundred(share)} values ${what}`;
}
