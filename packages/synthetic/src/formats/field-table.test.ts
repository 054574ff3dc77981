import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldTable } from './field-table.js';
import { syntheticFormats } from './index.js';

describe('docs/formats/fields.md', () => {
  it('says what the formats carry', () => {
    // To make it anew: npx tsx tools/scripts/field-table.mts
    const document = readFileSync(new URL('../../../../docs/formats/fields.md', import.meta.url), 'utf8');
    expect(document).toBe(fieldTable(syntheticFormats));
  });

  it('names each format once', () => {
    const ids = syntheticFormats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
