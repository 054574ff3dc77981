import type { YearGroupFigures } from '../report.js';
import { longestOf, severityBar } from './bars.js';
import { NONE } from './issue-list.js';
import { issuesLink, pickable } from './links.js';
import { type Markup, markup } from './markup.js';
import { numberText, yearGroupText } from './words.js';

/** What was found by year group, in the order of schooling: a table whose rows hold bars. */
export function chartByYearGroup(byYearGroup: readonly YearGroupFigures[], file: string): Markup {
  if (byYearGroup.length === 0)
    return markup`<p class="nothing">No pupils were read, so there are no year groups.</p>`;
  const longest = longestOf(byYearGroup.map(({ issues }) => issues));
  const row = ({ yearGroup, pupils, issues }: YearGroupFigures): Markup => {
    const filter = { yearGroup: yearGroup ?? NONE, file };
    return markup`<tr${pickable(filter)}><th scope="row"><span class="beside">${issuesLink(filter, yearGroupText(yearGroup))}${severityBar(issues, longest)}</span></th>
<td class="number">${numberText(pupils)}</td>
<td class="number">${numberText(issues.error)}</td>
<td class="number">${numberText(issues.query)}</td>
<td class="number">${numberText(issues.info)}</td></tr>
`;
  };
  return markup`<table class="chart years">
<thead><tr><th scope="col">Year group</th><th scope="col" class="number">Pupils</th><th scope="col" class="number"><span class="tag error">Errors</span></th><th scope="col" class="number"><span class="tag query">Queries</span></th><th scope="col" class="number"><span class="tag info">Infos</span></th></tr></thead>
<tbody>${byYearGroup.map(row)}</tbody></table>`;
}
