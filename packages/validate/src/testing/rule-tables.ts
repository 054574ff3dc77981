import type { Rule } from '../rule.js';

const cell = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|');

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The table of the package's README. */
export function readmeTable(rules: readonly Rule[]): string {
  return table(
    ['code', 'what is wrong', 'severity', 'looks at', 'about'],
    rules.map(({ code, title, severity, scope, kinds }) => [
      code,
      title,
      severity,
      scope === 'record' ? 'one record' : `one ${scope}`,
      scope === 'record' ? kinds.join(', ') : (kinds[0] ?? ''),
    ]),
  );
}

/** The table of docs/formats/rules.md. */
export function sourceTable(rules: readonly Rule[]): string {
  return table(
    ['code', 'what is wrong', 'severity', 'fields', 'source', 'confirmed'],
    rules.map(({ code, title, severity, fields, source }) => [
      code,
      title,
      severity,
      fields.join(', '),
      `${source.document}: ${source.section}`,
      source.confirmed ? 'yes' : 'own rule',
    ]),
  );
}
