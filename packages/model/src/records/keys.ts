/**
 * Natural keys. A key is text that depends only on what identifies the thing, so that the same thing sent
 * again, in another file or another format, has the same key within its school and kind.
 */

const SEPARATOR = '|';

/** Parts joined by `|`; a `|` or `\` inside a part is escaped, a missing part is empty. */
export function joinKey(...parts: readonly (string | number | undefined)[]): string {
  let key = '';
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) key += SEPARATOR;
    const part = parts[i];
    if (part === undefined) continue;
    if (typeof part === 'number') key += String(part);
    else if (part.includes(SEPARATOR) || part.includes('\\')) key += part.replace(/[\\|]/g, '\\$&');
    else key += part;
  }
  return key;
}

export interface PupilIdentifiers {
  upn?: string | undefined;
  /** Id in the supplier's system, stable within the school. */
  supplierId?: string | undefined;
  surname?: string | undefined;
  forename?: string | undefined;
  birthDate?: string | undefined;
  sex?: string | undefined;
}

/**
 * Key of a pupil within a school: the UPN if there is one, else the supplier's id, else the four identifiers
 * that Capita ONE matches on (surname, forename, date of birth, sex), letters folded to lower case.
 * Undefined when none of these is there: such a pupil can't be told from another.
 */
export function pupilKey(pupil: PupilIdentifiers): string | undefined {
  if (pupil.upn) return 'upn:' + pupil.upn;
  if (pupil.supplierId) return 'id:' + pupil.supplierId;
  if (!pupil.surname && !pupil.forename) return undefined;
  return 'name:' + joinKey(fold(pupil.surname), fold(pupil.forename), pupil.birthDate, pupil.sex);
}

/** Case and runs of white space do not tell two people apart. */
function fold(name: string | undefined): string | undefined {
  return name?.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Key of a school record: LAESTAB, else URN, else its name. */
export function schoolKey(school: {
  laestab?: string | undefined;
  urn?: string | undefined;
  name?: string | undefined;
}): string | undefined {
  if (school.laestab) return 'laestab:' + school.laestab;
  if (school.urn) return 'urn:' + school.urn;
  return school.name ? 'name:' + school.name : undefined;
}

/** Key of a contact of one pupil: the supplier's id, else surname, forename and relationship. */
export function contactKey(
  pupil: string,
  contact: {
    supplierId?: string | undefined;
    surname?: string | undefined;
    forename?: string | undefined;
    relationship?: string | undefined;
  },
): string {
  return contact.supplierId
    ? joinKey(pupil, 'id:' + contact.supplierId)
    : joinKey(pupil, fold(contact.surname), fold(contact.forename), contact.relationship);
}

/** Key of a registration: where and from when. */
export function enrolmentKey(
  pupil: string,
  enrolment: {
    attended?: string | undefined;
    attendedUrn?: string | undefined;
    attendedName?: string | undefined;
    entryDate?: string | undefined;
  },
): string {
  return joinKey(
    pupil,
    enrolment.attended ?? enrolment.attendedUrn ?? fold(enrolment.attendedName),
    enrolment.entryDate,
  );
}

/**
 * Key of a spell (FSM, SEN provision, looked after, service child, pupil premium): its start, and what tells
 * it from another spell with the same start (provision, country). The end is left out: it comes later.
 */
export function spellKey(
  pupil: string,
  startDate: string | undefined,
  ...distinct: (string | undefined)[]
): string {
  return joinKey(pupil, startDate, ...distinct);
}

/** Key of a SEN need: a pupil has each need once; its rank and dates may change. */
export function senNeedKey(
  pupil: string,
  need: { need?: string | undefined; rank?: number | undefined },
): string {
  return joinKey(pupil, need.need ?? need.rank);
}

export function attendanceMarkKey(pupil: string, date: string, session: 'AM' | 'PM'): string {
  return pupil + SEPARATOR + date + SEPARATOR + session;
}

export function attendanceSummaryKey(
  pupil: string,
  summary: {
    academicYear?: number | undefined;
    term?: string | undefined;
    startDate?: string | undefined;
    attended?: string | undefined;
  },
): string {
  return joinKey(pupil, summary.academicYear, summary.term, summary.startDate, summary.attended);
}

export function exclusionKey(
  pupil: string,
  exclusion: {
    category?: string | undefined;
    startDate?: string | undefined;
    startSession?: string | undefined;
  },
): string {
  return joinKey(pupil, exclusion.category, exclusion.startDate, exclusion.startSession);
}

/** Key of a result: what was assessed, how and when; the result itself may be corrected later. */
export function assessmentResultKey(
  pupil: string,
  result: {
    stage?: string | undefined;
    academicYear?: number | undefined;
    locale?: string | undefined;
    subject?: string | undefined;
    method?: string | undefined;
    component?: string | undefined;
    resultQualifier?: string | undefined;
    resultDate?: string | undefined;
  },
): string {
  return joinKey(
    pupil,
    result.stage,
    result.academicYear,
    result.locale,
    result.subject,
    result.method,
    result.component,
    result.resultQualifier,
    result.resultDate,
  );
}

/**
 * Key of one preference of an application: which application (its reference, else the year of the intake), and which
 * school. The place in the order of preference is left out where the school is known, since parents change the order,
 * and schools may not be told it; it stands in for a school that is not named. Status, outcome and dates may change.
 * A preference for another school is another record. Files that give the reference, or the school's number, in one and
 * not in another don't meet.
 */
export function admissionApplicationKey(
  pupil: string,
  application: {
    applicationReference?: string | undefined;
    intakeYear?: number | undefined;
    preferredSchool?: string | undefined;
    preferredSchoolName?: string | undefined;
    preference?: number | undefined;
  },
): string {
  const { applicationReference, intakeYear, preferredSchool, preferredSchoolName, preference } = application;
  return joinKey(
    pupil,
    applicationReference === undefined ? intakeYear : `ref:${applicationReference}`,
    preferredSchool ??
      fold(preferredSchoolName) ??
      (preference === undefined ? undefined : `preference ${preference}`),
  );
}

/**
 * Key of a child's funded hours: with whom, and in which term of which school year; the start where no term is told.
 * It is the key that the school census's hours have. Hours, amounts, and with a term its dates, are adjusted later.
 */
export function earlyYearsFundingKey(
  pupil: string,
  funding: {
    provider?: string | undefined;
    academicYear?: number | undefined;
    term?: string | undefined;
    startDate?: string | undefined;
  },
): string {
  const { provider, academicYear, term, startDate } = funding;
  return joinKey(pupil, provider, academicYear, term ?? startDate);
}

/**
 * Key of an activity: from when (the day it was first recorded, where its start isn't known) and what; where, when no
 * activity is told, as in lists of starters and leavers. The end, and what is verified again and again, come later.
 * What has none of these, such as an intended destination alone, is one record of the pupil, which changes.
 */
export function youthParticipationKey(
  pupil: string,
  participation: {
    startDate?: string | undefined;
    dateAscertained?: string | undefined;
    activity?: string | undefined;
    establishment?: string | undefined;
  },
): string {
  const { startDate, dateAscertained, activity, establishment } = participation;
  return joinKey(pupil, startDate ?? dateAscertained, activity ?? fold(establishment));
}
