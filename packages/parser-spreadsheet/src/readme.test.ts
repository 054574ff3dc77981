import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRecord, openSource } from '@rollbook/parser-kit';
import { afterEach, expect, it, vi } from 'vitest';
import { formatMapping, parseMapping, spreadsheetParser, suggestMapping } from './index.js';
import { day, makeWorkbook } from './make-workbook.test-support.js';
import { testPupils } from './pupils.test-support.js';

const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-readme-'));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** The example of the README, word for word but for the folder of the file. */
async function example() {
  // README from here
  const { mapping, columns, issues } = await suggestMapping(await openSource(join(folder, 'pupils.xlsx')));
  const yaml = formatMapping(mapping, { comments: columns }); // for a person to check and to keep

  const options = { school: '9998888', mapping: parseMapping(yaml) };
  for await (const batch of spreadsheetParser.parse(await openSource(join(folder, 'pupils.xlsx')), options)) {
    for (const item of batch) console.log(isRecord(item) ? item.kind : item.code);
  }
  // README to here
  return { yaml, issues };
}

/** Without line breaks, which a folder's name moves. */
function words(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('import '))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

it('the example of the README runs, and is the one below', async () => {
  const rows = testPupils(3).map(({ upn, surname, birthDate }) => [upn, surname, day(birthDate)]);
  const bytes = await makeWorkbook([{ name: 'Pupils', rows: [['UPN', 'Surname', 'DOB'], ...rows] }]);
  writeFileSync(join(folder, 'pupils.xlsx'), bytes);
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const { yaml, issues } = await example();
  expect(log.mock.calls.flat()).toEqual(['pupil', 'pupil', 'pupil']);
  expect(yaml).toContain('- column: UPN\n        field: pupil.upn\n');
  expect(issues.map(({ code }) => code)).toEqual(['spreadsheet-school-missing']);
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, block = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const [, run = ''] = /\/\/ README from here\n([\s\S]*?)\/\/ README to here/.exec(own) ?? [];
  expect(words(block)).toBe(words(run.replaceAll("join(folder, 'pupils.xlsx')", "'pupils.xlsx'")));
});
