import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schoolCensusRules } from './rules/school-census/index.js';
import { coverageTables, leftOutRows, lettersByNumber } from './testing/census-table.js';

const file = new URL('../../../docs/formats/school-census-rules.md', import.meta.url);

/** Text without the padding that Prettier puts into tables. */
const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---').trim();
const marked = (name: string) => new RegExp(`(<!-- ${name} -->\\n\\n)[\\s\\S]*?(\\n*<!-- /${name} -->)`);

const seen = lettersByNumber();
const rest = leftOutRows().map(({ number }) => number);
const ours = schoolCensusRules.map(({ code }) => code);

describe('numbers of the School Census', () => {
  it('are each a rule or left out, and never both', () => {
    expect([...rest, ...ours].sort()).toEqual([...seen.keys()].sort());
    expect(new Set(rest).size).toBe(rest.length);
    expect(rest.filter((number) => ours.includes(number))).toEqual([]);
  });
});

describe('docs/formats/school-census-rules.md', () => {
  const tables = Object.entries(coverageTables(schoolCensusRules));

  it.each(tables)('has the table of %s as it is (ROLLBOOK_WRITE_DOCUMENTS=1 writes it)', (name, table) => {
    if (process.env.ROLLBOOK_WRITE_DOCUMENTS) {
      const text = readFileSync(file, 'utf8');
      writeFileSync(
        file,
        text.replace(
          marked(name),
          (_whole, start: string, end: string) => start + table + '\n\n' + end.trim(),
        ),
      );
    }
    const [found] = marked(name).exec(readFileSync(file, 'utf8')) ?? [''];
    expect(plain(found)).toBe(plain(`<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->`));
  });

  it('has a word on every source that it names', () => {
    const rules = readFileSync(new URL('./rules.md', file), 'utf8');
    for (const letters of seen.values()) {
      for (const letter of letters.split(', ')) expect(rules).toMatch(new RegExp(`^\\| ${letter} +\\|`, 'm'));
    }
  });
});
