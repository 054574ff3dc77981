import { isNothing, isObject, type JsonObject } from './json.js';

export type ItemKind =
  | 'pupil'
  | 'person'
  | 'contact'
  | 'mark'
  | 'mark-code'
  | 'exclusion'
  | 'result'
  | 'school'
  | 'error'
  | 'empty'
  | 'unread';

/** Includes and members that no contact and no member of staff has. */
const PUPIL_MEMBERS = [
  'education_details',
  'extended_details',
  'contacts',
  'registration_group',
  'house',
  'attendance_summary',
  'sen_needs',
  'year',
  'gender_identity',
] as const;
const STAFF_MEMBERS = ['employment_details', 'employment_start_date', 'teaching_staff'] as const;

/**
 * What an object is, by its members: a saved file keeps no address. `person` has the names of one and nothing that
 * tells a pupil from a contact.
 */
export function kindOf(item: JsonObject): ItemKind {
  const has = (name: string): boolean => Object.hasOwn(item, name);
  if (has('error') && (has('error_description') || Object.keys(item).length <= 2)) return 'error';
  if (has('surname') || has('legal_surname')) {
    if (STAFF_MEMBERS.some(has)) return 'unread';
    if (PUPIL_MEMBERS.some(has)) return 'pupil';
    if (has('relationship') || has('students')) return 'contact';
    return 'person';
  }
  // Pupils without a name are pupils still
  if (isObject(item.education_details)) return 'pupil';
  if (has('session') && (has('attendance_code') || has('attendance_code_id'))) return 'mark';
  if (has('aspect') || has('resultset') || has('result_set')) return 'result';
  if (has('establishment_number') || (has('urn') && has('la_code'))) return 'school';
  const pupil = has('student') || has('student_id');
  if (has('exclusion_type') || has('exclusion_reason')) return 'exclusion';
  if (pupil && has('start_date') && (has('type') || has('reason') || has('reasons') || has('days')))
    return 'exclusion';
  if (has('code') && has('id') && !has('name') && !pupil) return 'mark-code';
  return Object.values(item).every(isNothing) || has('meta') ? 'empty' : 'unread';
}
