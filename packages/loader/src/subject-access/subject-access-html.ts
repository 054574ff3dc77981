import type { JsonValue } from '@rollbook/model';
import type { SubjectAccessDocument } from './subject-access-document.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one)
      // eslint-disable-next-line no-control-regex -- no HTML may hold them
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '\uFFFD')
  );
}

/** `attendance-mark` and `birthDate` as words. */
function words(name: string): string {
  const text = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function value(json: JsonValue | undefined): string {
  if (json === undefined || json === null || json === '') return '<span class="none">none</span>';
  if (typeof json === 'boolean') return json ? 'Yes' : 'No';
  if (typeof json !== 'object') return escape(String(json));
  if (Array.isArray(json)) return json.length === 0 ? value(null) : json.map(value).join('; ');
  return list(json);
}

function list(object: Readonly<Record<string, JsonValue | undefined>>): string {
  const rows = Object.entries(object)
    .filter(([, one]) => one !== undefined && one !== null)
    .map(([name, one]) => `<dt>${escape(words(name))}</dt><dd>${value(one)}</dd>`);
  return `<dl>${rows.join('')}</dl>`;
}

/** Names of the record itself that say nothing to a family: they are in the machine-readable document. */
const PLUMBING: ReadonlySet<string> = new Set(['kind', 'key', 'pupilKey', 'provenance', 'school']);

function recordHtml({ record, loadId, thirdParty }: SubjectAccessDocument['records'][number]): string {
  const said = Object.fromEntries(Object.entries(record).filter(([name]) => !PLUMBING.has(name)));
  const from = `${record.school === undefined ? '' : `School ${value(record.school)}, `}file ${loadId}`;
  const marked = thirdParty ? ' <strong>Also about another person.</strong>' : '';
  return `<article><p class="from">${from}.${marked}</p>${list(said)}</article>`;
}

function section(title: string, about: string, parts: readonly string[]): string {
  if (parts.length === 0) return '';
  return `<section><h2>${escape(title)}</h2><p>${escape(about)}</p>${parts.join('\n')}</section>`;
}

const STYLE = `body{font:16px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#111}
article{border-top:1px solid #bbb;padding:.5rem 0}.from{color:#555;margin:0}.none{color:#555}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem;margin:.3rem 0}dt{font-weight:600}
dd{margin:0;overflow-wrap:anywhere}`;

/** The document for a family to read: one HTML file that needs no network and runs nothing. */
export function subjectAccessHtml(document: SubjectAccessDocument): string {
  const kinds = new Map<string, string[]>();
  for (const one of document.records) {
    const kind = typeof one.record.kind === 'string' ? one.record.kind : '';
    kinds.set(kind, [...(kinds.get(kind) ?? []), recordHtml(one)]);
  }
  const each = (rows: readonly Record<string, JsonValue>[]): string[] =>
    rows.map((row) => `<article>${list(row)}</article>`);
  const withheld = document.withheld.map(({ kind, count }) => `<li>${escape(words(kind))}: ${count}</li>`);
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Information held about a pupil</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>
<h1>Information held about a pupil</h1>
<p>Made ${escape(document.madeAt.slice(0, 10))} by ${escape(document.madeBy)}. It covers ${document.pupils.length} pupil record(s).</p>
${withheld.length === 0 ? '' : `<section><h2>Left out</h2><p>This was held and is not included.</p><ul>${withheld.join('')}</ul></section>`}
${[...kinds].map(([kind, parts]) => section(words(kind), 'What schools say now.', parts)).join('\n')}
${section('Held by the council', 'What the council holds, and which school said so.', each(document.held))}
${section('Waiting or decided', 'Values that differed from what was held.', each(document.conflicts))}
${section('Earlier', 'What schools said before.', each(document.versions))}
${section('Not accepted', 'Records that could not be loaded, and why.', each(document.quarantine))}
${section('Checks', 'What was found wrong with the records.', each(document.issues))}
${section('How records were put together', 'How pupils of schools were linked with one person.', each(document.matching))}
${section(
  'Files',
  'Where it came from.',
  document.files.map((file) => `<article>${list(file)}</article>`),
)}
${section('Who did what', 'Entries of the audit trail.', each(document.audit))}
</body></html>
`;
}
