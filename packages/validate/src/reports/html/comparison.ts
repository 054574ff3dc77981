import type { ComparisonFigures, FileFigures } from '../report.js';
import { issuesLink, pickable } from './links.js';
import { type Markup, markup } from './markup.js';
import { listText, momentText, numberText } from './words.js';

/** What became of issues since the last file; `titleOf` gives the words of a code. */
export function comparison(
  figures: ComparisonFigures | null,
  file: string,
  titleOf: (code: string) => string | undefined,
): Markup {
  if (figures === null)
    return markup`<p class="nothing">There was no earlier check of this feed to compare with. The next check can tell what is new and what was fixed.</p>`;
  const { previous, byCode, notCompared } = figures;
  return markup`<p class="lead">Compared with ${previous.name === null ? 'the last file' : markup`<b>${previous.name}</b>`}, checked on ${momentText(previous.checkedAt)}.</p>
${changeTiles(figures, file)}
${
  byCode.length > 0 &&
  markup`<table class="plain changes"><thead><tr><th scope="col">Rule</th><th scope="col" class="number">New</th><th scope="col" class="number">Still there</th><th scope="col" class="number">Fixed</th></tr></thead>
<tbody>${byCode.map(
    (own) =>
      markup`<tr${pickable({ code: own.code, file })}><th scope="row"><code>${own.code}</code> ${issuesLink({ code: own.code, file }, titleOf(own.code) ?? 'Issues of this code')}</th><td class="number">${numberText(own.new)}</td><td class="number">${numberText(own.still)}</td><td class="number">${numberText(own.fixed)}</td></tr>
`,
  )}</tbody></table>`
}
${
  notCompared.length > 0 &&
  markup`<p class="note">Not compared, since the rules ran in one of the two checks alone: ${listText(notCompared)}.</p>`
}`;
}

/** New, still there and fixed as three numbers. */
function changeTiles(figures: Pick<ComparisonFigures, 'new' | 'still' | 'fixed'>, file: string): Markup {
  return markup`<dl class="tiles small">
<div class="tile"><dt>${issuesLink({ status: 'new', file }, 'New')}</dt><dd>${numberText(figures.new)}</dd></div>
<div class="tile"><dt>${issuesLink({ status: 'still', file }, 'Still there')}</dt><dd>${numberText(figures.still)}</dd></div>
<div class="tile good"><dt>Fixed</dt><dd>${numberText(figures.fixed)}</dd></div>
</dl>`;
}

/** The same of all files together, with what can't be compared; by file it stands in the table of files. */
export function comparisonOfAll(files: readonly FileFigures[]): Markup {
  const compared = files.flatMap((file) => file.comparison ?? []);
  if (compared.length === 0)
    return markup`<p class="nothing">There was no earlier check of these feeds to compare with.</p>`;
  const sum = (of: (figures: ComparisonFigures) => number): number =>
    compared.reduce((total, figures) => total + of(figures), 0);
  const notCompared = files.length - compared.length;
  return markup`<p class="lead">${compared.length === files.length ? 'Each file is' : markup`${numberText(compared.length)} of ${numberText(files.length)} files ${compared.length === 1 ? 'is' : 'are'}`} compared with the file of the same feed before it. Choose a file to see what it was compared with.</p>
${changeTiles({ new: sum((own) => own.new), still: sum((own) => own.still), fixed: sum((own) => own.fixed) }, '')}
${notCompared > 0 && markup`<p class="note">Without an earlier file to compare with: ${numberText(notCompared)}.</p>`}`;
}
