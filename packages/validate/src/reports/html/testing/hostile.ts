import type { ReportIssue } from '../../report.js';

/** Texts that try to be more than text: markup, formulas, another direction, no end. */
export const hostileTexts = [
  '</script><script>document.title="taken"</script>',
  '<img src=x onerror="document.title=\'taken\'">',
  '"><svg onload=document.title="taken">',
  "' onmouseover='document.title=1' x='",
  '<!--<script>',
  '\u202Eevil\u202C \u0645\u0631\u062D\u0628\u0627',
  '=HYPERLINK("http://example.invalid","x")',
  '&lt;b&gt; &amp; {{7*7}} ${7*7}',
  `long-${'x'.repeat(5000)}`,
  '\u0000\uD800',
];

/** An issue whose every text is hostile. */
export function hostileIssue({ issue, ...rest }: ReportIssue, index: number): ReportIssue {
  const text = (shift: number): string => hostileTexts[(index + shift) % hostileTexts.length] ?? '';
  return {
    ...rest,
    issue: {
      ...issue,
      code: `code-${text(0).slice(0, 60)}`,
      message: text(1),
      help: text(2),
      field: text(3),
      value: text(4),
      place: { sheet: text(5), row: index + 1, columnName: text(6) },
      record: { kind: text(7), key: text(8), pupilKey: text(9) },
    },
    school: text(7).slice(0, 20),
    yearGroup: text(0),
    date: text(4),
    pupil: text(5),
  };
}
