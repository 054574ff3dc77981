import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { faultyConfigs } from './config/testing/faulty-configs.js';
import { jsonSchemas } from './json-schemas.js';
import { rulePacks } from './packs.js';
import { allRules } from './rules/index.js';

const schema = jsonSchemas()['rules-config']!;
const ajv = new Ajv2020({ strict: false });
(addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(ajv);
const accepts = ajv.compile(schema);

describe('the JSON Schema of settings', () => {
  it('takes the example', () => {
    const text = readFileSync(new URL('config/__fixtures__/council.yaml', import.meta.url), 'utf8');
    expect([accepts(parse(text)), accepts.errors]).toEqual([true, null]);
    expect(accepts({ version: 1 })).toBe(true);
  });

  it.each(faultyConfigs.map(({ name, text, schema: verdict }) => [name, verdict, text] as const))(
    '%s: %s',
    (_, verdict, text) => expect(accepts(parse(text))).toBe(verdict === 'accepts'),
  );

  it('lets editors complete rules and packs, with their titles', () => {
    const { rules, packs } = schema.properties as Record<'rules' | 'packs', Record<string, unknown>>;
    expect(Object.keys(rules.properties as object).sort()).toEqual(allRules.map(({ code }) => code).sort());
    expect(rules).toMatchObject({
      additionalProperties: false,
      properties: { 'name-digits': { $ref: '#/$defs/setting', title: expect.any(String) } },
    });
    expect((packs.items as { oneOf: { const: string }[] }).oneOf.map((pack) => pack.const)).toEqual(
      Object.keys(rulePacks),
    );
  });

  it('is of draft 2020-12 and has a name', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://rollbook.invalid/schemas/rules-config.json',
    });
  });
});
