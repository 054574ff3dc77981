import type { CanonicalRecord, RecordKind, RecordOf } from '@rollbook/model';
import type { SyntheticPupil } from '../../school.js';

/** A day stays a day until it is known whether it becomes a date cell or text. */
export interface Day {
  readonly date: string;
}
export type SheetCell = string | number | Day | undefined;

export interface SheetPlan {
  readonly name: string;
  readonly header: readonly string[];
  /** Rows of one pupil; `laestab` of the school whose list it is. */
  rows(pupil: SyntheticPupil, laestab: string): (readonly SheetCell[])[];
}

function day(date: string | undefined): Day | undefined {
  return date === undefined ? undefined : { date };
}

function yes(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'Yes' : 'No';
}

/** `2025/26` for the school year that starts in 2025. */
function schoolYear(year: number | undefined): string | undefined {
  return year === undefined ? undefined : `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

function ofKind<K extends RecordKind>(records: readonly CanonicalRecord[], kind: K): RecordOf<K>[] {
  return records.filter((record): record is RecordOf<K> => record.kind === kind);
}

const WHO = ['UPN', 'Surname', 'Forename'] as const;

function who({ pupil }: SyntheticPupil): SheetCell[] {
  return [pupil.upn, pupil.surname, pupil.forename];
}

type Columns<R> = readonly (readonly [heading: string, cell: (record: R) => SheetCell])[];

/** A sheet with a row for each record of a kind, after the pupil's UPN and name. */
function listOf<K extends RecordKind>(
  name: string,
  kind: K,
  columns: Columns<RecordOf<K>>,
  only: (record: RecordOf<K>) => boolean = () => true,
): SheetPlan {
  return {
    name,
    header: [...WHO, ...columns.map(([heading]) => heading)],
    rows: (pupil) => {
      const pupilCells = who(pupil);
      return ofKind([...pupil.records], kind)
        .filter(only)
        .map((record) => [...pupilCells, ...columns.map(([, cell]) => cell(record))]);
    },
  };
}

type Pupil = RecordOf<'pupil'>;
type Enrolment = RecordOf<'enrolment'>;

const PUPIL_COLUMNS: Columns<Pupil> = [
  ['Middle Names', ({ middleNames }) => middleNames],
  ['Preferred Surname', ({ preferredSurname }) => preferredSurname],
  ['Known As', ({ preferredForename }) => preferredForename],
  ['Former Surname', ({ formerSurnames }) => formerSurnames?.[0]],
  ['DOB', ({ birthDate }) => day(birthDate)],
  ['Gender', ({ sex }) => sex],
  ['ULN', ({ uln }) => uln],
  ['Former UPN', ({ formerUpns }) => formerUpns?.[0]],
  ['Ethnicity', ({ ethnicity }) => ethnicity],
  ['Ethnicity Source', ({ ethnicitySource }) => ethnicitySource],
  ['First Language', ({ languages }) => languages?.find(({ type }) => type === 'F')?.code],
  ['Medical Flag', ({ medicalFlag }) => yes(medicalFlag)],
  ['Flat', ({ address }) => address?.saon],
  ['House Name/Number', ({ address }) => address?.paon],
  ['Street', ({ address }) => address?.street],
  ['Locality', ({ address }) => address?.locality],
  ['Town', ({ address }) => address?.town],
  ['Post Town', ({ address }) => address?.postTown],
  ['County', ({ address }) => address?.county],
  ...[0, 1, 2, 3, 4].map((line): Columns<Pupil>[number] => [
    `Address Line ${line + 1}`,
    ({ address }) => address?.lines?.[line],
  ]),
  ['Postcode', ({ address }) => address?.postcode],
  ['Mobile', ({ phones }) => phones?.find(({ type }) => type === 'M')?.number],
  ['Email', ({ emails }) => emails?.find(({ type }) => type === undefined)?.address],
];

const ENROLMENT_COLUMNS: Columns<Enrolment> = [
  ['Admission No', ({ admissionNumber }) => admissionNumber],
  ['Date of Admission', ({ entryDate }) => day(entryDate)],
  ['Leaving Date', ({ leavingDate }) => day(leavingDate)],
  ['Reason for Leaving', ({ leavingReason }) => leavingReason],
  ['Enrolment Status', ({ status }) => status],
  ['Year Group', ({ yearGroup }) => yearGroup],
  ['Tutor Group', ({ registrationGroup }) => registrationGroup],
  ['House', ({ house }) => house],
  ['Boarder', ({ boarder }) => boarder],
  ['Part-time', ({ partTime }) => yes(partTime)],
];

const pupils: SheetPlan = {
  name: 'Pupils',
  header: [
    ...WHO,
    ...PUPIL_COLUMNS.map(([heading]) => heading),
    ...ENROLMENT_COLUMNS.map(([heading]) => heading),
  ],
  rows: (pupil, laestab) => {
    const cells = [...who(pupil), ...PUPIL_COLUMNS.map(([, cell]) => cell(pupil.pupil))];
    const here = ofKind([...pupil.records], 'enrolment').filter(({ attended }) => attended === laestab);
    // A pupil who came back stands there twice
    return here.length === 0
      ? [cells]
      : here.map((enrolment) => [...cells, ...ENROLMENT_COLUMNS.map(([, cell]) => cell(enrolment))]);
  },
};

type Contact = RecordOf<'contact'>;
const phone =
  (wanted: string) =>
  ({ phones }: Contact): string | undefined =>
    phones?.find(({ type }) => type === wanted)?.number;

const contacts = listOf('Contacts', 'contact', [
  ['Priority', ({ priority }) => priority],
  ['Contact Title', ({ title }) => title],
  ['Contact Surname', ({ surname }) => surname],
  ['Contact Forename', ({ forename }) => forename],
  ['Contact Gender', ({ sex }) => sex],
  ['Relationship', ({ relationship }) => relationship],
  ['Parental Responsibility', ({ parentalResponsibility }) => yes(parentalResponsibility)],
  ['Lives with Pupil', ({ livesWithPupil }) => yes(livesWithPupil)],
  ['Contact Mobile', phone('M')],
  ['Contact Home Telephone', phone('H')],
  ['Contact Work Telephone', phone('W')],
  ['Contact Email', ({ emails }) => emails?.find(({ type }) => type === undefined)?.address],
  ['Contact Flat', ({ address }) => address?.saon],
  ['Contact House Number', ({ address }) => address?.paon],
  ['Contact Street', ({ address }) => address?.street],
  ['Contact Locality', ({ address }) => address?.locality],
  ['Contact Town', ({ address }) => address?.town],
  ['Contact Post Town', ({ address }) => address?.postTown],
  ['Contact County', ({ address }) => address?.county],
  ...[0, 1, 2, 3, 4].map((line): Columns<Contact>[number] => [
    `Contact Address Line ${line + 1}`,
    ({ address }) => address?.lines?.[line],
  ]),
  ['Contact Postcode', ({ address }) => address?.postcode],
]);

/** The sheets of a hand-made workbook, each with a header that people write; codes are the DfE's. */
export const sheetPlans: readonly SheetPlan[] = [
  pupils,
  contacts,
  listOf('Attendance marks', 'attendance-mark', [
    ['Date', ({ date }) => day(date)],
    ['Session', ({ session }) => session],
    ['Mark', ({ code }) => code],
    ['Mins Late', ({ minutesLate }) => minutesLate],
  ]),
  listOf(
    'Attendance totals',
    'attendance-summary',
    [
      ['Academic Year', ({ academicYear }) => schoolYear(academicYear)],
      ['Start Date', ({ startDate }) => day(startDate)],
      ['End Date', ({ endDate }) => day(endDate)],
      ['Possible', ({ sessionsPossible }) => sessionsPossible],
      ['Present', ({ sessionsAttended }) => sessionsAttended],
      ['Authorised', ({ sessionsAuthorised }) => sessionsAuthorised],
      ['Unauthorised', ({ sessionsUnauthorised }) => sessionsUnauthorised],
      ['Lates', ({ sessionsLate }) => sessionsLate],
    ],
    ({ attended }) => attended === undefined,
  ),
  listOf('Suspensions', 'exclusion', [
    ['Suspension Type', ({ category }) => category],
    ['Reason 1', ({ reasons }) => reasons?.[0]],
    ['Reason 2', ({ reasons }) => reasons?.[1]],
    ['Reason 3', ({ reasons }) => reasons?.[2]],
    ['Start Date', ({ startDate }) => day(startDate)],
    ['Start Session', ({ startSession }) => startSession],
    ['End Date', ({ endDate }) => day(endDate)],
    ['End Session', ({ endSession }) => endSession],
    ['Sessions', ({ sessions }) => sessions],
    ['Academic Year', ({ academicYear }) => schoolYear(academicYear)],
    ['Term', ({ term }) => term],
  ]),
  listOf('Results', 'assessment-result', [
    ['Key Stage', ({ stage }) => stage],
    ['Academic Year', ({ academicYear }) => schoolYear(academicYear)],
    ['Locale', ({ locale }) => locale],
    ['Subject', ({ subject }) => subject],
    ['Component', ({ component }) => component],
    ['Method', ({ method }) => method],
    ['Result Qualifier', ({ resultQualifier }) => resultQualifier],
    ['Result', ({ result }) => result],
    ['Result Status', ({ resultStatus }) => resultStatus],
    ['Result Date', ({ resultDate }) => day(resultDate)],
  ]),
  listOf('Free school meals', 'fsm-spell', [
    ['FSM Start Date', ({ startDate }) => day(startDate)],
    ['FSM End Date', ({ endDate }) => day(endDate)],
    ['FSM Review Date', ({ reviewDate }) => day(reviewDate)],
    ['FSM Country', ({ country }) => country],
  ]),
  listOf('SEN', 'sen-provision', [
    ['SEN Status', ({ provision }) => provision],
    ['SEN Start Date', ({ startDate }) => day(startDate)],
    ['SEN End Date', ({ endDate }) => day(endDate)],
  ]),
  listOf('SEN needs', 'sen-need', [
    ['SEN Need', ({ need }) => need],
    ['SEN Need Rank', ({ rank }) => rank],
    ['SEN Need Start Date', ({ startDate }) => day(startDate)],
    ['SEN Need End Date', ({ endDate }) => day(endDate)],
  ]),
  listOf('Looked after', 'looked-after', [
    ['In Care', ({ inCare }) => yes(inCare)],
    ['Care Authority', ({ careAuthority }) => careAuthority],
    ['In Care Start Date', ({ startDate }) => day(startDate)],
    ['In Care End Date', ({ endDate }) => day(endDate)],
    ['Post Looked After', ({ postLookedAfter }) => postLookedAfter],
    ['PEP', ({ personalEducationPlan }) => yes(personalEducationPlan)],
  ]),
  listOf('Service children', 'service-child', [['Service Child', ({ indicator }) => indicator]]),
  listOf('Pupil premium', 'pupil-premium', [
    ['Pupil Premium', ({ eligible }) => yes(eligible)],
    ['Pupil Premium Reason', ({ reason }) => reason],
    ['Pupil Premium Start Date', ({ startDate }) => day(startDate)],
    ['Pupil Premium End Date', ({ endDate }) => day(endDate)],
    ['Pupil Premium FTE', ({ fte }) => fte],
  ]),
];
