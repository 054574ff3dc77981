import type { ReportRule } from '../report.js';
import { severityTag } from './links.js';
import { type Markup, markup } from './markup.js';
import { severityName } from './severities.js';
import { countText } from './words.js';

/** The rules that were run, each with what it asks for and where it comes from. */
export function rulesSection(rules: readonly ReportRule[]): Markup | null {
  if (rules.length === 0) return null;
  return markup`<section class="card" aria-labelledby="rules"><h2 id="rules">Rules</h2>
<details class="more"><summary>${countText(rules.length, 'rule')} that ${rules.length === 1 ? 'was' : 'were'} run, with what to do about each</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Rules that were run">
<table class="plain rules"><thead><tr><th scope="col">Code</th><th scope="col">Severity</th><th scope="col">What it finds, and what to do</th><th scope="col">Pack</th><th scope="col">Source</th></tr></thead>
<tbody>${rules.map(
    ({ code, severity, title, help, packs, source }) =>
      markup`<tr><th scope="row"><code>${code}</code></th><td>${severityTag(severity, severityName[severity])}</td><td><b>${title}</b><br>${help}</td><td>${packs.length === 0 ? 'The council’s own' : packs.join(', ')}</td><td>${source ?? '–'}</td></tr>
`,
  )}</tbody></table></div></details></section>`;
}
