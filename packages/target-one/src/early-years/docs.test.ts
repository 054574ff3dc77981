import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  childNames,
  containerNames,
  countNames,
  headerNames,
  settingNames,
  staffNames,
} from './census-names.js';
import { earlyYearsIssues } from './early-years-issues.js';
import { headcountColumns } from './headcount-columns.js';
import { earlyYearsRules } from './rules/early-years-rules.js';

const docs = readFileSync(new URL('../../../../docs/formats/one-early-years.md', import.meta.url), 'utf8');
/** Rows of tables with the padding taken out. */
const rows = docs
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.replace(/ +/g, ' '));

it('the document has every name with its number and what is known of it', () => {
  for (const names of [containerNames, headerNames, settingNames, staffNames, countNames, childNames]) {
    for (const [field, entry] of Object.entries(names)) {
      const cbds = 'cbds' in entry ? `${entry.cbds} ` : '';
      expect(rows).toContain(`| \`${field}\` | \`${entry.name}\` | ${cbds}| ${entry.state} |`);
    }
  }
});

it('the document has every rule, issue and column', () => {
  for (const { code, severity, level, message } of earlyYearsRules) {
    expect(
      rows.some((row) => row.startsWith(`| \`${code}\` | ${severity} | ${level} | ${message}`)),
      code,
    ).toBe(true);
  }
  for (const [code, { severity, message }] of Object.entries(earlyYearsIssues)) {
    expect(rows).toContain(`| \`${code}\` | ${severity} | ${message} |`);
  }
  for (const column of headcountColumns) {
    if (!/^address[2-4]$/.test(column)) expect(docs).toContain(`\`${column}\``);
  }
});
