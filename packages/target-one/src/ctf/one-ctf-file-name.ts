import { formatCtfFileName } from '@rollbook/parser-ctf';

/**
 * Name of a CTF from a school to its authority, `8562001_CTF_856LLLL_001.xml`.
 *
 * @param of `school` is the LAESTAB; `la` the number of the authority, the school's own when not given; `sequence` the
 *   running number, 1 to 999.
 * @throws RangeError when a part can't stand in a name.
 */
export function oneCtfFileName(of: {
  readonly school: string;
  readonly la?: string | undefined;
  readonly sequence: number;
}): string {
  const { school, sequence } = of;
  if (!/^\d{7}$/.test(school)) throw new RangeError('A school is a LAESTAB, seven digits.');
  const la = school.slice(0, 3);
  return formatCtfFileName({
    sender: { kind: 'school', la, establishment: school.slice(3), laestab: school },
    receiver: { kind: 'local-authority', la: of.la ?? la },
    sequence,
  });
}
