import { count, counted, plain } from './text.js';

/** One school of an export, as `--json` has it. */
export interface SchoolExport {
  readonly school: string;
  readonly pupils: number;
  /** What ONE would do with how many; the sum is `pupils`. Null when nobody said what it has. */
  readonly outcomes: Readonly<Record<string, number>> | null;
  /** By field of the pupil, or kind of record. */
  readonly conflicts: Readonly<Record<string, number>>;
  /** By code. */
  readonly issues: Readonly<Record<string, number>>;
  /** Issues that are errors. */
  readonly errors: number;
  /** What the school is told to correct. */
  readonly rejections: number;
  readonly files: readonly { readonly name: string; readonly pupils: number; readonly records: number }[];
}

const OUTCOMES: Readonly<Record<string, string>> = {
  matched: 'matched',
  'with-conflicts': 'matched with conflicts',
  unmatched: 'unmatched',
  added: 'added',
  hidden: 'hidden for their age',
  rejected: 'rejected',
};

export function exportText(schools: readonly SchoolExport[], across: number, known: boolean): string {
  const parts = schools.map(schoolText);
  const both = across === 0 ? '' : `Main registration at two schools: ${counted(across, 'pupil record')}\n`;
  const hint = known
    ? ''
    : 'What ONE would do with them is known only with --known, a file that ONE exported.\n';
  return parts.join('') + both + hint;
}

function schoolText(one: SchoolExport): string {
  const { school, pupils, outcomes, conflicts, issues, files, rejections } = one;
  const lines = [`${school}: ${counted(pupils, 'pupil')}`];
  if (outcomes) {
    const told = Object.entries(outcomes).filter(([, some]) => some > 0);
    lines.push(`  ONE: ${told.map(([name, some]) => `${count(some)} ${OUTCOMES[name] ?? name}`).join(', ')}`);
    const fields = sorted(conflicts).map(([field, some]) => `${field} ${count(some)}`);
    if (fields.length > 0) lines.push(`  conflicts: ${fields.join(', ')}`);
  }
  const codes = sorted(issues).map(([code, some]) => `${code} ${count(some)}`);
  if (codes.length > 0) lines.push(`  issues: ${codes.join(', ')}`);
  for (const { name, pupils: some, records } of files)
    lines.push(`  ${plain(name)}: ${counted(some, 'pupil')}, ${counted(records, 'record')}`);
  if (rejections > 0 && files.length > 0)
    lines.push(
      `  ${school}_rejections.txt and .csv: ${counted(rejections, 'thing')} for the school to correct`,
    );
  return `${lines.join('\n')}\n`;
}

function sorted(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
}
