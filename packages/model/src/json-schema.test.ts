import { describe, expect, it } from 'vitest';
import { jsonSchemas } from './json-schema.js';
import { recordKinds } from './records/index.js';

describe('JSON Schema', () => {
  const schemas = jsonSchemas();

  it('is there for every kind and for any record', () => {
    expect(Object.keys(schemas).sort()).toEqual([...recordKinds, 'canonical-record'].sort());
  });

  it('says what a record must have', () => {
    expect(schemas['attendance-mark']).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      required: expect.arrayContaining(['kind', 'key', 'pupilKey', 'date', 'session', 'code', 'provenance']),
      properties: { kind: { const: 'attendance-mark' }, session: { enum: ['AM', 'PM'] } },
    });
    expect(schemas['canonical-record']).toHaveProperty('oneOf');
  });

  it('validates as JSON Schema with records of our own', async () => {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const ajv = new Ajv2020({ strict: false });
    const validate = ajv.compile(schemas.pupil!);
    const pupil = {
      kind: 'pupil',
      key: 'upn:X',
      surname: "O'Neill",
      birthDate: '2015-01-02',
      provenance: { file: { sha256: null, size: null, supplier: 'dfe', format: 'ctf' }, place: { line: 1 } },
    };
    expect(validate(pupil)).toBe(true);
    expect(validate({ ...pupil, birthDate: '02/01/2015' })).toBe(false);
    expect(validate({ ...pupil, key: undefined })).toBe(false);
  });
});
