import { isUpn, normaliseUpn, pupilKey } from '@rollbook/model';
import type { FileContext } from './file-context.js';

/** Key of the pupil that a `sourcedId` means: by users.csv, by the UPN that it is, or by the id itself. */
export function keyOfPupil(context: FileContext, sourcedId: string): string {
  const known = context.links.pupilKey(sourcedId);
  if (known !== undefined) return known;
  const upn = normaliseUpn(sourcedId);
  return pupilKey(isUpn(upn) ? { upn } : { supplierId: sourcedId }) as string;
}
