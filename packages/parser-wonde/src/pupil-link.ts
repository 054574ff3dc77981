import { isUpn, normaliseUpn, pupilKey } from '@rollbook/model';
import type { FileContext } from './file-context.js';
import { idOf, includedObject, type JsonObject, trimmed, type WondeItem } from './json.js';
import { passOver, type ReadMember } from './read-members.js';

/** Members that name the pupil, which were read before. */
export const linkMembers: [string, ReadMember<unknown>][] = [
  ['student', passOver],
  ['student_id', passOver],
];

export interface PupilReference {
  /** Wonde's id of the pupil. */
  readonly id: string | undefined;
  /** Key of the pupil, where the file or the options know it. */
  readonly key: string | undefined;
}

/** The pupil of an included `student`, by the UPN where it was asked for too, else by the id. */
function referenceOf(
  context: FileContext,
  id: string | undefined,
  student: JsonObject | undefined,
): PupilReference {
  const upn = normaliseUpn(trimmed(includedObject(student?.education_details)?.upn) ?? '');
  if (isUpn(upn)) return { id, key: pupilKey({ upn }) };
  return { id, key: id === undefined ? undefined : context.pupilKey(id) };
}

/** Whose an object is: `student` or `student_id`. */
export function pupilOf(context: FileContext, { value }: WondeItem): PupilReference {
  const student = includedObject(value.student);
  return referenceOf(context, idOf(value.student) ?? idOf(value.student_id), student);
}

/** The pupils of a contact: the include `students`. */
export function pupilsOf(context: FileContext, students: readonly JsonObject[]): PupilReference[] {
  return students.map((student) => referenceOf(context, trimmed(student.id), student));
}
