/** Numbers from the first to the last of each pair. */
const RANGES: readonly (readonly [number, number])[] = [
  [1, 5],
  [201, 213],
  [301, 320],
  [330, 336],
  [340, 344],
  [350, 359],
  [370, 373],
  [380, 384],
  [390, 394],
  [420, 420],
  [660, 681],
  [701, 708],
  [800, 803],
  [805, 808],
  [810, 813],
  [815, 816],
  [820, 823],
  [825, 826],
  [830, 831],
  [835, 841],
  [845, 846],
  [850, 852],
  [855, 857],
  [860, 861],
  [865, 896],
  [908, 909],
  [916, 916],
  [919, 919],
  [921, 921],
  [925, 926],
  [928, 929],
  [931, 931],
  [933, 933],
  [935, 938],
  // North and West Northamptonshire (2021), Cumberland, Westmorland and Furness (2023).
  [940, 943],
];

const RECOGNISED: ReadonlySet<string> = new Set(
  RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(3, '0')),
  ),
);

/**
 * True for three digits that stand for a local authority of England or Wales since April 1999, or for one of the
 * "pseudo LAs" that give out UPNs. Source: DfE, School Census rule 1530 and Children in Need census 2022 to
 * 2023, rule 1530, which adds 838, 839, 940 and 941; 942 and 943 are from GIAS.
 */
export function isRecognisedLa(number: string): boolean {
  return RECOGNISED.has(number);
}
