import { z } from 'zod';
import { canonicalRecordSchema, recordSchemas } from './records/index.js';

/** A JSON Schema document (draft 2020-12). */
export type JsonSchema = Record<string, unknown>;

const BASE = 'https://rollbook.invalid/schemas/';

function toSchema(name: string, title: string, schema: z.ZodType): JsonSchema {
  return {
    $id: `${BASE}${name}.json`,
    title,
    ...z.toJSONSchema(schema, { target: 'draft-2020-12', reused: 'ref' }),
  };
}

/**
 * JSON Schema of every record kind, by file name without its ending, and `canonical-record` for any of them.
 * Generated from the zod schemas; the build ships them as `@rollbook/model/schemas/NAME.json`.
 */
export function jsonSchemas(): Record<string, JsonSchema> {
  const schemas: Record<string, JsonSchema> = {};
  for (const [kind, schema] of Object.entries(recordSchemas)) {
    schemas[kind] = toSchema(kind, `Rollbook ${kind}`, schema);
  }
  schemas['canonical-record'] = toSchema(
    'canonical-record',
    'Rollbook canonical record, told apart by kind',
    canonicalRecordSchema,
  );
  return schemas;
}
