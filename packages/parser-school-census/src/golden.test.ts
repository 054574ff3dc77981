import { readdirSync, readFileSync } from 'node:fs';
import { canonicalRecordSchema } from '@rollbook/model';
import { issueSchema } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { parseBytes } from './__fixtures__/parse-text.js';

const folder = new URL('./__fixtures__/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.xml'));

/**
 * What each fixture gives, whole. The golden files were read through by hand; `vitest -u` writes them anew, so look
 * at what it changes.
 */
describe('fixtures', () => {
  it.each(fixtures)('%s gives what was reviewed', async (name) => {
    const { records, issues } = await parseBytes(readFileSync(new URL(name, folder)), { name });
    const golden = {
      file: records[0]?.provenance.file,
      records: records.map(({ provenance, ...record }) => ({ ...record, place: provenance.place })),
      issues: issues.map(({ code, severity, field, value, place, record }) => ({
        code,
        severity,
        field,
        value,
        place,
        record,
      })),
    };
    await expect(`${JSON.stringify(golden, null, 1)}\n`).toMatchFileSnapshot(
      new URL(name.replace('.xml', '.golden.json'), folder).pathname,
    );
  });

  it.each(fixtures)('%s gives records and issues that are fit for their schemas', async (name) => {
    const { records, issues } = await parseBytes(readFileSync(new URL(name, folder)), { name });
    for (const record of records) expect(canonicalRecordSchema.safeParse(record).error).toBeUndefined();
    for (const issue of issues) expect(issueSchema.safeParse(issue).error).toBeUndefined();
    expect(records.length).toBeGreaterThan(0);
  });
});
