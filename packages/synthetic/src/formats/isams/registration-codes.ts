import { attendanceCodes } from '@rollbook/model';

/** A code of the school's own list, tied to a government code. */
export interface SchoolCode {
  readonly id: number;
  /** One character, as iSAMS has it. */
  readonly character: string;
  readonly name: string;
  readonly governmentCode: string;
}

/** What a status says by its flags, without a code. */
const BY_FLAGS = new Set(['/', '\\', 'L', '-', ' ']);
const FIRST_ID = 11;
/** For codes of two characters, which iSAMS's field has no room for. */
const SPARE = '123456789abcdefghijklmnopqrstuvwxyz';

function makeCodes(): SchoolCode[] {
  let spare = 0;
  return attendanceCodes.codes
    .filter((code) => !BY_FLAGS.has(code))
    .map((code, i) => ({
      id: FIRST_ID + i,
      character: code.length === 1 ? code : SPARE.charAt(spare++),
      name: attendanceCodes.label(code) ?? code,
      governmentCode: code,
    }));
}

/** The school's registration codes, one for each of the DfE's that flags don't say. */
export const schoolCodes: readonly SchoolCode[] = makeCodes();

const ids = new Map(schoolCodes.map(({ id, governmentCode }) => [governmentCode, String(id)]));

/** Id of the school's code for a DfE code; undefined for what the flags of a status say. */
export function codeId(dfeCode: string): string | undefined {
  return ids.get(dfeCode);
}
