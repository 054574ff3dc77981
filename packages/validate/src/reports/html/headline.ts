import type { FileFigures, ReportRun, RunFigures } from '../report.js';
import { issuesLink } from './links.js';
import { type Markup, markup } from './markup.js';
import { severities, severityMeaning, severityPlural } from './severities.js';
import { countText, dayText, listText, momentText, numberText } from './words.js';

/** What the page says first: whether the check was passed and why, what was checked, when, and how much was found. */
export function headline(
  title: string,
  run: ReportRun,
  files: readonly FileFigures[],
  figures: RunFigures,
): Markup {
  const several = figures.files > 1;
  const pupils = files.filter(({ error }) => error === null).reduce((sum, file) => sum + file.pupils, 0);
  const amount = (label: string, count: number, note: string): Markup =>
    markup`<div class="tile"><dt>${label}</dt><dd>${numberText(count)}</dd><dd class="note">${note}</dd></div>`;
  return markup`<div class="title">
<h1>${title}</h1>
<p class="meta">Checked on ${momentText(run.startedAt)}, as of ${dayText(run.asOf)}, by ${run.tool.name} ${run.tool.version} with ${countText(run.rules.length, 'rule')}</p>
</div>
${run.identify && identifyBanner()}
${verdict(run, figures)}
<dl class="tiles">
${severities.map(
  (severity) =>
    markup`<div class="tile ${severity}"><dt>${issuesLink({ severity }, severityPlural[severity])}</dt><dd>${numberText(figures.issues[severity])}</dd><dd class="note">${severityMeaning[severity]}</dd></div>`,
)}
${amount('Files', figures.files, figures.unreadable > 0 ? `${numberText(figures.unreadable)} could not be read` : several ? 'all of them read' : 'read to its end')}
${amount('Records', figures.records, several ? 'in all files' : 'in the file')}
${amount('Pupils', pupils, several ? 'counted in each file' : 'in the file')}
</dl>`;
}

function identifyBanner(): Markup {
  return markup`<div class="banner" role="note"><strong>This page holds pupil data.</strong> Names, values and keys of pupils are in it: keep it where pupil data may be kept, and delete it when the work is done.</div>`;
}

function verdict(run: ReportRun, figures: RunFigures): Markup {
  const reasons: string[] = [];
  if (figures.unreadable > 0) reasons.push(`${countText(figures.unreadable, 'file')} could not be read`);
  if (figures.issues.error > 0)
    reasons.push(
      `${countText(figures.issues.error, 'error')} ${figures.issues.error === 1 ? 'has' : 'have'} to be put right`,
    );
  if (run.failOn === 'query' && figures.issues.query > 0)
    reasons.push(
      `${countText(figures.issues.query, 'query', 'queries')} ${figures.issues.query === 1 ? 'has' : 'have'} to be looked at`,
    );
  const measure =
    run.failOn === 'error'
      ? 'Errors fail this check; queries and infos do not.'
      : 'Errors and queries fail this check; infos do not.';
  return figures.passed
    ? markup`<div class="verdict passed"><p class="word">${sign('M5 13l4 4L19 7')}Passed</p><div><p class="why">Nothing was found that fails the check.</p><p class="note">${measure}</p></div></div>`
    : markup`<div class="verdict failed"><p class="word">${sign('M6 6l12 12M18 6L6 18')}Failed</p><div><p class="why">${capital(listText(reasons))}.</p><p class="note">${measure}</p></div></div>`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sign(path: string): Markup {
  return markup`<svg class="sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d="${path}" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"></path></svg>`;
}
