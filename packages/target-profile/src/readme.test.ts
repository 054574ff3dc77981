import { createLoader, openPgliteStore } from '@rollbook/loader';
import { openSource } from '@rollbook/parser-kit';
import { readFile } from 'node:fs/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { monthlyReturn } from './__fixtures__/readme-example.js';
import { nccisParser } from './nccis/nccis-parser.js';
import { textOf } from './nccis/make-person.test-support.js';
import { writeNccisXml } from './nccis/write-nccis-xml.js';

afterEach(() => vi.restoreAllMocks());

it('the example of the README is the one that runs here', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = await readFile(new URL('./__fixtures__/readme-example.ts', import.meta.url), 'utf8');
  expect(/```ts\n([\s\S]*?)```/.exec(readme)?.[1]).toBe(example);
});

it('writes the return of a day from a store', { timeout: 60_000 }, async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const store = await openPgliteStore('memory://');
  try {
    const person = {
      ...{
        youngPersonsId: '9990000000001',
        givenName: 'Ada',
        familyName: 'Lowe',
        dob: '2009-11-20',
        gender: 'F',
      },
      activity: { activityCode: '210', startDate: '2026-09-01' },
    };
    const text = await textOf(writeNccisXml({ databaseIds: ['999'], sourceLeas: ['856'] }, [person]));
    await createLoader({ store }).load({ source: await openSource(Buffer.from(text)), parser: nccisParser });
    const { name, file } = monthlyReturn(store, '999', '856', '2026-10-31');
    expect(name).toBe('NCCIS_999_2026-10-31.xml');
    expect(await textOf(file)).toContain('<FamilyName>Lowe</FamilyName>');
    expect(log.mock.calls.at(-1)).toEqual([1, {}]);
  } finally {
    await store.close();
  }
});
