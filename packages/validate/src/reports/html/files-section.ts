import type { FileFigures } from '../report.js';
import { issuesLink } from './links.js';
import { type Markup, markup } from './markup.js';
import { countText, listText, numberText, placeText, sizeText } from './words.js';

/** Schools that are named in the table; of more the number is. */
const SCHOOLS = 3;

/** What each file of the page is called: its base name, or its path where two share one. */
export function fileLabels(
  files: readonly { readonly path: string | null; readonly name: string | null }[],
): string[] {
  const names = new Map<string, number>();
  for (const { name } of files) if (name !== null) names.set(name, (names.get(name) ?? 0) + 1);
  return files.map(({ path, name }) => {
    if (path === null && name === null) return 'Across schools (the store)';
    if (name === null) return 'Standard input';
    return names.get(name) === 1 ? name : (path ?? name);
  });
}

/** Files that could not be read, why, and what to do. */
export function unreadableSection(files: readonly FileFigures[], labels: readonly string[]): Markup | null {
  const items = files.flatMap((file, index) => {
    if (file.error === null) return [];
    const { code, message, place, help } = file.error;
    const where = placeText(place);
    return [
      markup`<li><h3>${labels[index]}</h3>
<p><strong>${message}</strong>${where !== '' && markup` <span class="where">${where}</span>`} <code>${code}</code></p>
<p>${help}</p></li>`,
    ];
  });
  if (items.length === 0) return null;
  return markup`<section class="card alert" aria-labelledby="unreadable"><h2 id="unreadable">Files that could not be read</h2>
<p class="note">Nothing of these files counts in what follows, and nothing of them should be loaded.</p>
<ul class="unreadable">${items}</ul></section>`;
}

/** Every file with what is in it and what was found. */
export function filesSection(files: readonly FileFigures[], labels: readonly string[]): Markup {
  const compared = files.some(({ comparison }) => comparison !== null);
  return markup`<section class="card" aria-labelledby="files"><h2 id="files">${files.length === 1 ? 'The file' : 'Files'}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Files that were checked">
<table class="plain files"><thead><tr><th scope="col">File</th><th scope="col">Format</th><th scope="col">School</th><th scope="col" class="number">Records</th><th scope="col" class="number">Pupils</th><th scope="col" class="number">Errors</th><th scope="col" class="number">Queries</th><th scope="col" class="number">Infos</th>${
    compared && markup`<th scope="col" class="number">New</th><th scope="col" class="number">Fixed</th>`
  }</tr></thead>
<tbody>${files.map((file, index) => fileRow(file, labels[index] ?? '', String(index), compared))}</tbody></table></div></section>`;
}

function fileRow(file: FileFigures, label: string, index: string, compared: boolean): Markup {
  const { format, version, schools, size, sha256, comparison } = file;
  const about = [
    size !== null && sizeText(size),
    sha256 !== null && `SHA-256 ${sha256.slice(0, 12)}…`,
  ].filter((part) => part !== false);
  const head = markup`<th scope="row"><bdi class="name">${label}</bdi>${about.length > 0 && markup`<span class="note">${about.join(', ')}</span>`}</th>
<td>${format ?? '–'}${version !== null && ` ${version}`}</td>`;
  if (file.error !== null)
    return markup`<tr class="bad">${head}<td colspan="${compared ? 8 : 6}"><span class="tag error">Could not be read</span></td></tr>
`;
  const link = (severity: 'error' | 'query' | 'info', word: string): Markup => {
    const count = file.issues[severity];
    if (count === 0) return markup`<td class="number">0</td>`;
    return markup`<td class="number">${issuesLink({ file: index, severity }, numberText(count), `${numberText(count)} ${word} of ${label}`)}</td>`;
  };
  return markup`<tr>${head}
<td>${schoolsText(schools)}</td><td class="number">${numberText(file.records)}</td><td class="number">${numberText(file.pupils)}</td>${link('error', 'errors')}${link('query', 'queries')}${link('info', 'infos')}${
    compared &&
    markup`<td class="number">${comparison === null ? '–' : numberText(comparison.new)}</td><td class="number">${comparison === null ? '–' : numberText(comparison.fixed)}</td>`
  }</tr>
`;
}

function schoolsText(schools: readonly string[]): string {
  if (schools.length === 0) return '–';
  return schools.length > SCHOOLS ? countText(schools.length, 'school') : listText(schools);
}
