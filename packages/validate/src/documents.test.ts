import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Batch } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { allRules, summarise, validate } from './index.js';
import { readmeTable, sourceTable } from './testing/rule-tables.js';
import { aPupil, AS_OF } from './testing/samples.js';

const at = (path: string) => new URL(path, import.meta.url);
const MARKED = /(<!-- rules -->\n\n)[\s\S]*?(\n*<!-- \/rules -->)/;

/** Text without the padding that Prettier puts into tables. */
const plain = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---').trim();

describe.each([
  ['README.md', at('../README.md'), readmeTable(allRules)],
  ['docs/formats/rules.md', at('../../../docs/formats/rules.md'), sourceTable(allRules)],
])('%s', (_, file, table) => {
  it('lists every rule as it is (ROLLBOOK_WRITE_DOCUMENTS=1 writes the list)', () => {
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, 'utf8');
    if (process.env.ROLLBOOK_WRITE_DOCUMENTS) {
      writeFileSync(
        file,
        text.replace(MARKED, (_whole, start: string, end: string) => start + table + '\n\n' + end.trim()),
      );
    }
    const [marked] = MARKED.exec(readFileSync(file, 'utf8')) ?? [''];
    expect(plain(marked)).toBe(plain(`<!-- rules -->\n\n${table}\n\n<!-- /rules -->`));
  });
});

describe('the example of the README', () => {
  // <example>
  /** What is wrong in a file, by the batches of any parser. */
  async function report(batches: AsyncIterable<Batch>, asOf: string): Promise<string[]> {
    const issues = [];
    for await (const batch of validate(batches, { asOf })) {
      for (const item of batch) if ('severity' in item) issues.push(item);
    }
    return summarise(issues).byCode.map(
      ({ code, severity, message, count }) => `${count} × ${severity} ${code}: ${message}`,
    );
  }
  // </example>

  it('runs', async () => {
    // eslint-disable-next-line @typescript-eslint/require-await -- a source that is asynchronous, as parsers are
    async function* batches(): AsyncGenerator<Batch> {
      yield [aPupil({ upn: undefined, sex: 'X' })];
      yield [aPupil({ upn: undefined, forename: 'Ali', birthDate: '2027-01-01' })];
    }
    expect(await report(batches(), AS_OF)).toEqual([
      '1 × error birth-date-future: Date of birth is still to come',
      '2 × query 1500: UPN is missing',
      '1 × query 1610: Sex is missing, or neither F nor M',
    ]);
  });

  it('is the code that runs here', () => {
    const lines = (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .join('\n')
        .trim();
    const here = readFileSync(at('./documents.test.ts'), 'utf8')
      .split('// <example>')[1]
      ?.split('// </example>')[0];
    const readme = readFileSync(at('../README.md'), 'utf8');
    const there = /```ts\n[\s\S]*?\n\n([\s\S]*?)```/.exec(readme)?.[1];
    expect(there).toBeDefined();
    expect(lines(there ?? '')).toBe(lines(here ?? ''));
  });
});
