import { readdirSync } from 'node:fs';
import { canonicalRecordSchema } from '@rollbook/model';
import { issueSchema } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { fixture, parseBytes } from './__fixtures__/parse.js';

const folder = new URL('./__fixtures__/', import.meta.url);
const fixtures = readdirSync(folder).filter(
  (name) => /\.(?:csv|json|ndjson|xlsx|xml)$/.test(name) && !name.includes('.golden.'),
);

/**
 * What each fixture gives, whole. The golden files were read through by hand; `vitest -u` writes them anew, so look
 * at what it changes.
 */
describe('fixtures', () => {
  it.each(fixtures)('%s gives what was reviewed', async (name) => {
    const { records, issues } = await parseBytes(fixture(name), { school: '9998888' }, name);
    const golden = {
      records: records.map(({ provenance, school, ...record }) => ({
        ...record,
        ...(school === '9998888' ? {} : { school }),
        place: provenance.place,
      })),
      issues: issues.map(({ code, severity, field, value, place, record }) => ({
        code,
        severity,
        field,
        value,
        place,
        record,
      })),
    };
    for (const record of records) expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
    for (const issue of issues) expect(issueSchema.safeParse(issue).error).toBeUndefined();
    await expect(`${JSON.stringify(golden, null, 1)}\n`).toMatchFileSnapshot(
      new URL(`${name}.golden.json`, folder).pathname,
    );
  });
});
