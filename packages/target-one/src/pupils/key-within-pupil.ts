/**
 * A record's key without its pupil's, which may be made of a UPN that changes. `joinKey` of the model escapes the pupil's
 * before all keys but those of marks.
 */
export function keyWithinPupil(key: string, pupil: string): string {
  for (const before of [`${pupil}|`, `${pupil.replace(/[\\|]/g, '\\$&')}|`])
    if (key.startsWith(before)) return key.slice(before.length);
  return key;
}
