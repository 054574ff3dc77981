import { expect, it } from 'vitest';
import { completeFileProvenance, createFileProvenance } from './file-provenance.js';
import { openSource } from './source-open.js';

const bytes = Buffer.from('<Roll/>');

const format = { supplier: 'dfe', format: 'ctf' };

it('is completed when the source has been read', async () => {
  const source = await openSource(bytes, { name: 'roll.xml' });
  const file = createFileProvenance(source, { ...format, version: '25.0' });
  expect(file).toEqual({ name: 'roll.xml', sha256: null, size: null, ...format, version: '25.0' });
  expect(() => completeFileProvenance(file, source)).toThrow('to its end');
  const { sha256 } = await source.digest();
  completeFileProvenance(file, source);
  expect(file).toMatchObject({ sha256, size: 7 });
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});

it('is complete from the start when the digest is known', async () => {
  const source = await openSource(bytes);
  const { sha256 } = await source.digest();
  expect(createFileProvenance(source, format)).toEqual({ sha256, size: 7, ...format });
});
