/** What is made of the items of a list. */
export type ListKind =
  | 'pupil'
  | 'former-pupil'
  | 'house'
  | 'registration-code'
  | 'present-code'
  | 'registration-period'
  | 'contact'
  | 'status'
  | 'sen'
  | 'meals'
  | 'result'
  | 'conduct'
  | 'unread';

/**
 * Lists by their name in lower case: of the Batch API, then arrays of the REST API. `PupilManager/Pupils` is the list
 * of siblings and no list of pupils.
 */
const kinds: ReadonlyMap<string, ListKind> = new Map<string, ListKind>([
  ['currentpupils', 'pupil'],
  ['formerpupils', 'former-pupil'],
  ['alumni', 'former-pupil'],
  ['academichouses', 'house'],
  ['registrationcodes', 'registration-code'],
  ['presentcodes', 'present-code'],
  ['registrationperiods', 'registration-period'],
  ['contacts', 'contact'],
  ['registrationstatuses', 'status'],
  ['senregister', 'sen'],
  ['freeschoolmeals', 'meals'],
  ['detentions', 'conduct'],
  ['students', 'pupil'],
  ['houses', 'house'],
  ['absencecodes', 'registration-code'],
]);

/** Managers whose lists may hold grades, in lower case; the items' own parts decide. */
const resultManagers = new Set(['examsmanager', 'externalexamsmanager', 'schoolreports']);

export function listKind(manager: string, list: string): ListKind {
  const name = list.toLowerCase();
  const kind = kinds.get(name);
  if (kind !== undefined) return kind;
  const lower = manager.toLowerCase();
  if (name === 'records') return lower === 'rewardsandconduct' ? 'conduct' : 'unread';
  return resultManagers.has(lower) ? 'result' : 'unread';
}

/** Arrays that a page of the REST API may hold and that are read. */
export function isRestList(name: string): boolean {
  return ['students', 'absenceCodes', 'presentCodes', 'registrationPeriods', 'houses'].includes(name);
}
