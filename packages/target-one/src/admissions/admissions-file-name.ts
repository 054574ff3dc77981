/** What a file of co-ordinated admissions is: to be ranked, ranked, or accepted. */
export type AdmissionsFileKind = 'ADT' | 'ASL' | 'ATF';

/**
 * A file's name by its parts. `authority` sends an ADT or ATF to `school`; `school` sends an ASL to `authority`. `yearDigits`
 * are those of the round; an ATF's name has none.
 */
export interface AdmissionsFileName {
  readonly kind: AdmissionsFileKind;
  /** Three digits. */
  readonly authority: string;
  /** LAESTAB. */
  readonly school: string;
  readonly yearDigits?: string;
  /** 1 to 999. */
  readonly sequence: number;
}

const FROM_AUTHORITY = /^(\d{3})LLLL_(ADT|ATF)_(\d{7})_(\d{2})?(\d{3})\.xml$/i;
const FROM_SCHOOL = /^(\d{7})_(ASL)_(\d{3})LLLL_(\d{2})(\d{3})\.xml$/i;

/**
 * Reads the name of an ADT, ASL or ATF (base name, or a path); undefined for another. Source: names in the DfE's and
 * suppliers' guidance, `999LLLL_ADT_1114999_26001.XML`, `9994444_ASL_111LLLL_26001.XML`; that of the ATF is unconfirmed.
 */
export function parseAdmissionsFileName(name: string): AdmissionsFileName | undefined {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const sent = FROM_AUTHORITY.exec(base);
  const returned = FROM_SCHOOL.exec(base);
  const found = sent ?? returned;
  if (!found) return undefined;
  const [, from = '', kind = '', to = '', digits, number = ''] = found;
  const isAtf = kind.toUpperCase() === 'ATF';
  if (Number(number) === 0 || (!isAtf && digits === undefined)) return undefined;
  return {
    kind: kind.toUpperCase() as AdmissionsFileKind,
    authority: sent ? from : to,
    school: sent ? to : from,
    ...(digits === undefined ? {} : { yearDigits: digits }),
    sequence: Number(number),
  };
}

/**
 * Makes a name; it has no spaces and no data of a child.
 *
 * @throws RangeError when a part can't stand in a name.
 */
export function formatAdmissionsFileName(of: AdmissionsFileName): string {
  const { kind, authority, school, yearDigits = '', sequence } = of;
  const number = `${yearDigits}${String(sequence).padStart(3, '0')}`;
  const name =
    kind === 'ASL'
      ? `${school}_${kind}_${authority}LLLL_${number}.XML`
      : `${authority}LLLL_${kind}_${school}_${number}.XML`;
  if (parseAdmissionsFileName(name) === undefined || !Number.isInteger(sequence) || sequence > 999)
    throw new RangeError(
      'A name takes an authority of three digits, a LAESTAB, two digits of a year (but for an ATF), and a number from 1 to 999.',
    );
  return name;
}
