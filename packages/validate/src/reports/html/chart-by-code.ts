import type { CodeFigures } from '../report.js';
import { longestOf, severityBar } from './bars.js';
import { issuesLink, pickable, severityTag } from './links.js';
import { type Markup, markup } from './markup.js';
import { severityName } from './severities.js';
import { countText, numberText } from './words.js';

/** Rules that are seen at once; the others are a click away. */
const SHOWN = 10;

/** What was found by rule, worst first: a table whose rows hold bars. `file` narrows its links, empty for all files. */
export function chartByCode(byCode: readonly CodeFigures[], file: string): Markup {
  if (byCode.length === 0) return markup`<p class="nothing">No rule found anything.</p>`;
  const longest = longestOf(byCode.map(countsOf));
  const rest = byCode.slice(SHOWN);
  return markup`${table(byCode.slice(0, SHOWN), longest, file)}${
    rest.length > 0 &&
    markup`<details class="more"><summary>${countText(rest.length, 'more rule')}</summary>${table(rest, longest, file)}</details>`
  }`;
}

function countsOf({ severity, count }: CodeFigures) {
  return { error: 0, query: 0, info: 0, [severity]: count };
}

function table(codes: readonly CodeFigures[], longest: number, file: string): Markup {
  return markup`<table class="chart">
<thead><tr><th scope="col">Rule</th><th scope="col" class="number">Issues</th><th scope="col" class="number">Pupils</th></tr></thead>
<tbody>${codes.map((figures) => row(figures, longest, file))}</tbody></table>`;
}

function row(figures: CodeFigures, longest: number, file: string): Markup {
  const { code, severity, message, count, pupils } = figures;
  const filter = { code, file };
  return markup`<tr${pickable(filter)}><th scope="row">
<span class="line">${severityTag(severity, severityName[severity])} <code>${code}</code></span>
<span class="line">${issuesLink(filter, message)}</span>
${severityBar(countsOf(figures), longest)}</th>
<td class="number">${numberText(count)}</td><td class="number">${pupils === 0 ? '–' : numberText(pupils)}</td></tr>
`;
}
