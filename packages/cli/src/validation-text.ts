import type { ComparisonFigures, FileFigures, IssueGroup } from '@rollbook/validate/reports';
import type { Context } from './context.js';
import { labelOf } from './input.js';
import { countsText, issueReport } from './report.js';
import { count, counted, plain } from './text.js';

/** Places of a file that are shown unless `--max-issues` says otherwise. */
export const DEFAULT_PLACES = 30;

/** What the terminal says of one file, or of the store. */
export function validationText(
  { outColours: colours }: Context,
  figures: FileFigures,
  groups: readonly IssueGroup[],
  identify: boolean,
): string {
  const { path, format, version, records, issues, comparison } = figures;
  const label = path === null ? 'the store, across its schools' : plain(labelOf(path));
  const what = path === null ? '' : `${format ?? ''}${version === null ? '' : ` ${plain(version)}`}, `;
  const heading = `${colours.bold(`${label}:`)} ${what}${counted(records, 'record')}, ${countsText(issues)}\n`;
  return heading + comparisonText(comparison) + issueReport(groups, { colours, identify });
}

/** `since pupils.csv (18 November 2026): 3 new, 2 fixed, 40 still there`. */
function comparisonText(comparison: ComparisonFigures | null): string {
  if (comparison === null) return '';
  const { previous, notCompared } = comparison;
  const name = previous.name === null ? 'the last file' : plain(previous.name);
  const left =
    notCompared.length === 0
      ? ''
      : `; ${counted(notCompared.length, 'rule')} not compared, for ${notCompared.length === 1 ? 'it' : 'they'} ran only once`;
  return `  since ${name} (${previous.checkedAt.slice(0, 10)}): ${count(comparison.new)} new, ${count(comparison.fixed)} fixed, ${count(comparison.still)} still there${left}\n`;
}
