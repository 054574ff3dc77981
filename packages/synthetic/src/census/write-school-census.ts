import { type CanonicalRecord, isIsoDate, isLaestab, type School } from '@rollbook/model';
import { censusDay, type CensusTerm, exclusionPeriod } from './calendar.js';
import { groupByPupil } from './pupil-records.js';
import { registrationOf, type RollContext } from './registration.js';
import { roundItems, writePupil } from './write-pupil.js';
import { container, textElement } from './xml.js';

/** A school and its records; a synthetic school is one. */
export interface CensusSource {
  readonly record: School;
  /** The day that the records are of, `YYYY-MM-DD`, when known. */
  readonly date?: string;
  /** The records of each pupil together; each call begins anew, for they are gone through twice. */
  records(): Iterable<CanonicalRecord>;
}

export interface SchoolCensusOptions {
  /** Calendar year of the collection: 2027 for spring 2027, in the school year 2026-27. */
  readonly year: number;
  readonly term: CensusTerm;
  /** Census day; by the calendar of the year and term when not given. */
  readonly referenceDate?: string;
  /** When the return was made, `YYYY-MM-DDThh:mm:ss`; noon of census day when not given. */
  readonly dateTime?: string;
  readonly softwareCode?: string;
  readonly release?: string;
  readonly serialNo?: string;
  /**
   * Writes what is asked for in other terms too (ethnicity, service child, SEN needs), and suspensions and
   * exclusions of any date, so that a test has it all in one file; a strict reader would refuse it. False when not
   * given.
   */
  readonly everyItem?: boolean;
}

const FIRST_YEAR = 2012;
const LAST_YEAR = 2100;
/** Characters in one piece of output, about. */
const PIECE = 65_536;

function writeHeader(source: CensusSource, options: SchoolCensusOptions, referenceDate: string): string {
  const { la, establishment, urn } = source.record;
  return container(
    'Header',
    container(
      'CollectionDetails',
      textElement('Collection', 'SC') +
        textElement('Term', options.term) +
        textElement('Year', options.year) +
        textElement('ReferenceDate', referenceDate),
    ) +
      container(
        'Source',
        textElement('SourceLevel', 'S') +
          textElement('LEA', la) +
          textElement('Estab', establishment) +
          textElement('URN', urn) +
          textElement('SoftwareCode', options.softwareCode ?? 'Rollbook synthetic') +
          textElement('Release', options.release ?? '1') +
          textElement('SerialNo', options.serialNo ?? '001') +
          textElement('DateTime', options.dateTime ?? `${referenceDate}T12:00:00`),
      ) +
      container(
        'Content',
        container('CBDSLevels', textElement('CBDSLevel', 'School') + textElement('CBDSLevel', 'Pupil')),
      ),
  );
}

/**
 * Writes a School Census return for a year and term, as pieces of XML text of about 64 KB, to be encoded as UTF-8.
 * Memory grows with one pupil, not with the file.
 *
 * A return says what was so on census day: the registration at the school, the SEN provision then, the suspensions
 * and exclusions of two terms and sums of attendance of one, taken from sums of that term or else from the marks.
 * Earlier schools, contacts, results and dates of SEN provision have no place in it. Pupils who joined after census
 * day, or left before the terms that it asks for, are not in it.
 *
 * @throws RangeError when an option is out of range, or the school has no LAESTAB
 */
export async function* writeSchoolCensus(
  source: CensusSource,
  options: SchoolCensusOptions,
): AsyncGenerator<string, void, undefined> {
  const { year, term, everyItem = false } = options;
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new RangeError(`year must be from ${FIRST_YEAR} to ${LAST_YEAR}`);
  }
  const round = { year, term };
  const referenceDate = options.referenceDate ?? censusDay(round);
  if (!isIsoDate(referenceDate)) throw new RangeError('referenceDate must be a day as YYYY-MM-DD');
  const laestab = (source.record.la ?? '') + (source.record.establishment ?? '');
  if (!isLaestab(laestab)) throw new RangeError('the school must have LA and establishment numbers');
  const items = roundItems(round, { laestab, referenceDate, everyItem });
  const [firstSpan] = items.spans;
  const { from } = exclusionPeriod(round);
  const context: RollContext = {
    laestab,
    referenceDate,
    leaversFrom: firstSpan !== undefined && firstSpan.from < from ? firstSpan.from : from,
    date: source.date,
  };

  const school = container(
    'School',
    container('SchoolCharacteristics', textElement('SchoolName', source.record.name)),
  );
  let piece = `<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n${writeHeader(source, options, referenceDate)}\n${school}\n<Pupils>\n`;
  for (const place of ['on-roll', 'left'] as const) {
    const list = place === 'on-roll' ? 'PupilsOnRoll' : 'PupilsNoLongerOnRoll';
    let isOpen = false;
    for (const records of groupByPupil(source.records())) {
      const registration = registrationOf(records.enrolments, context);
      if (registration.place !== place) continue;
      const pupil = writePupil(records, registration.enrolment, items, place === 'on-roll');
      if (pupil === '') continue;
      if (!isOpen) {
        piece += `<${list}>\n`;
        isOpen = true;
      }
      piece += `${pupil}\n`;
      if (piece.length >= PIECE) {
        yield piece;
        // a school of many pupils must not keep the event loop from all else
        await Promise.resolve();
        piece = '';
      }
    }
    if (isOpen) piece += `</${list}>\n`;
  }
  yield `${piece}</Pupils>\n</Message>\n`;
}
