export type OneRosterVersion = '1.1' | '1.2';

/** A file of the set, by its headings after `sourcedId`, `status` and `dateLastModified`. */
interface FileKind {
  readonly name: string;
  /** Headings that tell it from the other files. */
  readonly needs: readonly string[];
  readonly headings: readonly string[];
  /** Those of version 1.1, where they differ; null where 1.1 has no such file. */
  readonly headings11?: readonly string[] | null;
  readonly required?: readonly string[];
}

function list(text: string): readonly string[] {
  return text.split(' ');
}

export const FIRST_HEADINGS = list('sourcedId status dateLastModified');

/** OneRoster CSV Binding 1.2 with the differences of 1.1; docs/formats/oneroster.md has the sources. */
const KINDS: readonly FileKind[] = [
  {
    name: 'users',
    needs: list('familyName givenName'),
    headings: list(
      'enabledUser username userIds givenName familyName middleName identifier email sms phone agentSourcedIds grades password userMasterIdentifier resourceSourcedIds preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns',
    ),
    headings11: list(
      'enabledUser orgSourcedIds role username userIds givenName familyName middleName identifier email sms phone agentSourcedIds grades password',
    ),
    required: list('enabledUser username givenName familyName'),
  },
  {
    name: 'roles',
    needs: list('userSourcedId roleType'),
    headings: list('userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId'),
    headings11: null,
    required: list('userSourcedId roleType role orgSourcedId'),
  },
  {
    name: 'userProfiles',
    needs: list('userSourcedId profileType'),
    headings: list(
      'userSourcedId profileType vendorId applicationId description credentialType username password',
    ),
    headings11: null,
  },
  {
    name: 'demographics',
    needs: list('birthDate sex'),
    headings: list(
      'birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus',
    ),
  },
  {
    name: 'enrollments',
    needs: list('classSourcedId userSourcedId role'),
    headings: list('classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate'),
    required: list('classSourcedId schoolSourcedId userSourcedId role'),
  },
  {
    name: 'classes',
    needs: list('courseSourcedId classType'),
    headings: list(
      'title grades courseSourcedId classCode classType location schoolSourcedId termSourcedIds subjects subjectCodes periods',
    ),
  },
  {
    name: 'courses',
    needs: list('title courseCode orgSourcedId'),
    headings: list('schoolYearSourcedId title courseCode grades orgSourcedId subjects subjectCodes'),
  },
  {
    name: 'academicSessions',
    needs: list('title type startDate endDate'),
    headings: list('title type startDate endDate parentSourcedId schoolYear'),
  },
  {
    name: 'results',
    needs: list('lineItemSourcedId studentSourcedId'),
    headings: list(
      'lineItemSourcedId studentSourcedId scoreStatus score scoreDate comment textScore classSourcedId inProgress incomplete late missing',
    ),
    headings11: list('lineItemSourcedId studentSourcedId scoreStatus score scoreDate comment'),
  },
  {
    name: 'lineItems',
    needs: list('assignDate dueDate'),
    headings: list(
      'title description assignDate dueDate classSourcedId categorySourcedId academicSessionSourcedId resultValueMin resultValueMax schoolSourcedId',
    ),
    headings11: list(
      'title description assignDate dueDate classSourcedId categorySourcedId gradingPeriodSourcedId resultValueMin resultValueMax',
    ),
  },
  {
    name: 'scoreScales',
    needs: list('scoreScaleValue'),
    headings: list('title type orgSourcedId courseSourcedId classSourcedId scoreScaleValue'),
    headings11: null,
  },
  {
    name: 'lineItemScoreScales',
    needs: list('lineItemSourcedId scoreScaleSourcedId'),
    headings: list('title lineItemSourcedId scoreScaleSourcedId'),
    headings11: null,
  },
  {
    name: 'resultScoreScales',
    needs: list('resultSourcedId scoreScaleSourcedId'),
    headings: list('title resultSourcedId scoreScaleSourcedId'),
    headings11: null,
  },
  {
    name: 'lineItemLearningObjectiveIds',
    needs: list('lineItemSourcedId learningObjectiveId'),
    headings: list('lineItemSourcedId source learningObjectiveId'),
    headings11: null,
  },
  {
    name: 'resultLearningObjectiveIds',
    needs: list('resultSourcedId learningObjectiveId'),
    headings: list('resultSourcedId source learningObjectiveId score textScore'),
    headings11: null,
  },
  {
    name: 'resources',
    needs: list('vendorResourceId'),
    headings: list('vendorResourceId title roles importance vendorId applicationId'),
  },
  {
    name: 'userResources',
    needs: list('userSourcedId resourceSourcedId'),
    headings: list('userSourcedId orgSourcedId classSourcedId resourceSourcedId'),
    headings11: null,
  },
  {
    name: 'classResources',
    needs: list('classSourcedId resourceSourcedId'),
    headings: list('title classSourcedId resourceSourcedId'),
  },
  {
    name: 'courseResources',
    needs: list('courseSourcedId resourceSourcedId'),
    headings: list('title courseSourcedId resourceSourcedId'),
  },
  { name: 'orgs', needs: list('name type'), headings: list('name type identifier parentSourcedId') },
  { name: 'categories', needs: list('title'), headings: list('title weight'), headings11: list('title') },
];

export const MANIFEST = 'manifest';

export interface FoundKind {
  /** Name of the file in the set, without `.csv`. */
  readonly name: string;
  readonly version: OneRosterVersion | undefined;
  /** Headings are those of the standard, in its order and letters. */
  readonly isExact: boolean;
  /** All headings of the standard, of both versions. */
  readonly known: readonly string[];
  readonly required: readonly string[];
}

function sameStart(headings: readonly string[], standard: readonly string[]): boolean {
  const whole = [...FIRST_HEADINGS, ...standard];
  return (
    whole.every((heading, i) => headings[i] === heading) &&
    headings.slice(whole.length).every((heading) => heading.startsWith('metadata.'))
  );
}

/** True for headings of Microsoft's School Data Sync 2.1, whose files have the same names. */
export function isSchoolDataSync(headings: readonly string[]): boolean {
  const keys = new Set(headings.map((heading) => heading.toLowerCase()));
  return keys.has('sourcedid') && (keys.has('activedirectorymatchid') || keys.has('relationshiprole'));
}

/** Which file of the set has these headings; undefined when they are not OneRoster's. */
export function findKind(headings: readonly string[]): FoundKind | undefined {
  const keys = new Set(headings.map((heading) => heading.toLowerCase()));
  if (headings[0]?.toLowerCase() === 'propertyname' && headings[1]?.toLowerCase() === 'value') {
    return { name: MANIFEST, version: undefined, isExact: true, known: [], required: [] };
  }
  if (!keys.has('sourcedid')) return undefined;
  const has = (heading: string): boolean => keys.has(heading.toLowerCase());
  const kind = KINDS.find(({ needs }) => needs.every(has));
  if (kind === undefined) return undefined;
  const { name, headings: own, headings11, required = [] } = kind;
  const older = headings11 ?? [];
  const is12 =
    headings11 === null ||
    (headings11 !== undefined && own.some((each) => !older.includes(each) && has(each)));
  const is11 = older.some((each) => !own.includes(each) && has(each));
  const exact12 = sameStart(headings, own);
  const exact11 = headings11 !== undefined && headings11 !== null && sameStart(headings, older);
  const version = is12 && !is11 ? '1.2' : is11 && !is12 ? '1.1' : exact11 ? '1.1' : undefined;
  return { name, version, isExact: exact12 || exact11, known: [...own, ...older], required };
}
