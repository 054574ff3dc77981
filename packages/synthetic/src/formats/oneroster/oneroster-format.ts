import type { CanonicalRecord, Enrolment } from '@rollbook/model';
import type { SyntheticFile, SyntheticFormat } from '../../format.js';
import type { SyntheticPupil, SyntheticSchool } from '../../school.js';
import { csvFile } from '../shared/index.js';

type Row = readonly (string | undefined)[];

const FIRST = ['sourcedId', 'status', 'dateLastModified'];
const USERS = [
  ...FIRST,
  ...(
    'enabledUser username userIds givenName familyName middleName identifier email sms phone agentSourcedIds grades ' +
    'password userMasterIdentifier resourceSourcedIds preferredGivenName preferredMiddleName preferredFamilyName ' +
    'primaryOrgSourcedId pronouns'
  ).split(' '),
];
const ROLES = [
  ...FIRST,
  ...'userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId'.split(' '),
];
const DEMOGRAPHICS = [
  ...FIRST,
  ...(
    'birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander ' +
    'white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation ' +
    'cityOfBirth publicSchoolResidenceStatus'
  ).split(' '),
];
const ORGS = [...FIRST, 'name', 'type', 'identifier', 'parentSourcedId'];
const SEXES: Readonly<Record<string, string>> = { F: 'female', M: 'male' };
/** Files of a set of version 1.2, in the manifest's order. */
const FILES = (
  'academicSessions categories classes classResources courses courseResources demographics enrollments ' +
  'lineItemLearningObjectiveIds lineItems lineItemScoreScales orgs resources resultLearningObjectiveIds results ' +
  'resultScoreScales roles scoreScales userProfiles userResources users'
).split(' ');
const SENT: ReadonlySet<string> = new Set(['demographics', 'orgs', 'roles', 'users']);

/** The UPN is the `sourcedId`, so that each file can be read by itself; who has none has a number. */
function idOf({ pupil, index }: SyntheticPupil): string {
  return pupil.upn ?? `pupil-${index + 1}`;
}

/** `grades` stays empty: a year group makes a registration, and its first day is in another file. */
function userRow(synthetic: SyntheticPupil, laestab: string): Row {
  const { pupil, index } = synthetic;
  const mobile = pupil.phones?.find(({ type }) => type === 'M')?.number;
  const uln = pupil.uln === undefined ? undefined : `{ULN:${pupil.uln}}`;
  return [
    idOf(synthetic),
    undefined,
    undefined,
    'true',
    `user${index + 1}`,
    uln,
    pupil.forename,
    pupil.surname,
    pupil.middleNames,
    undefined,
    pupil.emails?.[0]?.address,
    mobile,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    pupil.preferredForename,
    undefined,
    pupil.preferredSurname,
    laestab,
    undefined,
  ];
}

function demographicsRow(synthetic: SyntheticPupil): Row {
  const { birthDate, sex } = synthetic.pupil;
  const blank = DEMOGRAPHICS.slice(FIRST.length + 2).map(() => undefined);
  return [
    idOf(synthetic),
    undefined,
    undefined,
    birthDate,
    sex === undefined ? undefined : (SEXES[sex] ?? 'other'),
    ...blank,
  ];
}

function currentOf({ records }: SyntheticPupil): Enrolment | undefined {
  return records.find(
    (record): record is Enrolment => record.kind === 'enrolment' && record.current === true,
  );
}

function roleRow(synthetic: SyntheticPupil, laestab: string): Row {
  const begin = currentOf(synthetic)?.entryDate;
  const id = idOf(synthetic);
  return [
    `role-${synthetic.index + 1}`,
    undefined,
    undefined,
    id,
    'primary',
    'student',
    begin,
    undefined,
    laestab,
    undefined,
  ];
}

function* rowsOf(
  school: SyntheticSchool,
  row: (synthetic: SyntheticPupil) => Row,
): Generator<Row, void, undefined> {
  for (const synthetic of school.pupils()) yield row(synthetic);
}

function files(school: SyntheticSchool): readonly SyntheticFile[] {
  const { laestab, record } = school;
  const manifest: Row[] = [
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.2'],
    ...FILES.map((name): Row => [`file.${name}`, SENT.has(name) ? 'bulk' : 'absent']),
    ['source.systemName', 'Rollbook synthetic'],
    ['source.systemCode', 'rollbook'],
  ];
  return [
    csvFile('manifest.csv', ['propertyName', 'value'], () => manifest),
    csvFile('orgs.csv', ORGS, () => [
      [laestab, undefined, undefined, record.name, 'school', laestab, undefined],
    ]),
    csvFile('roles.csv', ROLES, () => rowsOf(school, (synthetic) => roleRow(synthetic, laestab))),
    csvFile('users.csv', USERS, () => rowsOf(school, (synthetic) => userRow(synthetic, laestab))),
    csvFile('demographics.csv', DEMOGRAPHICS, () => rowsOf(school, demographicsRow)),
  ];
}

/**
 * True for a record that OneRoster leaves out although it has others of its kind: it knows of no registration before the
 * present one.
 */
export function oneRosterLeavesOut(record: CanonicalRecord): boolean {
  return record.kind === 'enrolment' && record.current !== true;
}

/**
 * OneRoster CSV 1.2, loose files. Contacts are left out: the standard has no relationship, which is what tells them
 * apart in other formats.
 */
export const oneRosterCsvFormat: SyntheticFormat = {
  id: 'oneroster-csv',
  parser: 'oneroster',
  title: 'OneRoster CSV 1.2',
  files,
  leavesOut: oneRosterLeavesOut,
  carries: {
    school: ['la', 'establishment', 'name'],
    // `emails` and `phones` come whole, since the school's pupils have one of each at most
    pupil: [
      'upn',
      'uln',
      'surname',
      'forename',
      'middleNames',
      'preferredSurname',
      'preferredForename',
      'birthDate',
      'sex',
      'emails',
      'phones',
    ],
    enrolment: ['attended', 'current', 'entryDate'],
  },
};
