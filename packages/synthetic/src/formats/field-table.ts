import type { RecordKind } from '@rollbook/model';
import type { SyntheticFormat } from '../format.js';

/** Which fields each format carries, as a document in Markdown: a table for each kind of record. */
export function fieldTable(formats: readonly SyntheticFormat[]): string {
  const kinds: RecordKind[] = [];
  for (const { carries } of formats) {
    for (const kind of Object.keys(carries) as RecordKind[]) if (!kinds.includes(kind)) kinds.push(kind);
  }
  const lines = [
    '# Fields that each format carries',
    '',
    'Made from the writers of `@rollbook/synthetic` by a test, and held true by another: a school of 1,200 pupils with a year',
    'of attendance, suspensions and results is written in every format, found by detection, parsed, and compared with the',
    'school field by field (`packages/synthetic/src/formats/equality.slow.test.ts`). A dot means that the field comes through',
    'whole. What a real export has can be less, since a school chooses the columns of its reports, or more.',
    '',
  ];
  for (const kind of kinds) {
    const columns = formats.filter(({ carries }) => carries[kind] !== undefined);
    const fields: string[] = [];
    for (const { carries } of columns) {
      for (const field of carries[kind] ?? []) if (!fields.includes(field)) fields.push(field);
    }
    fields.sort();
    lines.push(`## ${kind}`, '');
    const rows = [
      ['field', ...columns.map(({ id }) => id)],
      ...fields.map((field) => [
        `\`${field}\``,
        ...columns.map(({ carries }) => (carries[kind]?.includes(field) === true ? '•' : '')),
      ]),
    ];
    const widths = rows[0]?.map((_, i) => Math.max(3, ...rows.map((row) => row[i]?.length ?? 0))) ?? [];
    const format = (row: readonly string[]): string =>
      `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
    const [header, ...body] = rows;
    lines.push(
      format(header ?? []),
      `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
      ...body.map(format),
      '',
    );
  }
  return lines.join('\n');
}
