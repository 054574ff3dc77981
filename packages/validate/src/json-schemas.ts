import type { JsonSchema } from '@rollbook/model';
import { z } from 'zod';
import { ruleConfigSchema } from './config/rule-config.js';
import { rulePacks } from './packs.js';
import { reportSchema } from './reports/report-schema.js';
import { allRules } from './rules/index.js';

const BASE = 'https://rollbook.invalid/schemas/';

function toSchema(name: string, title: string, schema: z.ZodType): JsonSchema {
  return {
    $id: `${BASE}${name}.json`,
    title,
    ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }),
  };
}

/** The part of a schema at a path. @throws Error when the schema is not as it was made here */
function part(schema: JsonSchema, ...path: string[]): JsonSchema {
  let at: unknown = schema;
  for (const key of path) at = (at as JsonSchema | undefined)?.[key];
  if (typeof at !== 'object' || at === null) throw new Error(`the schema has no ${path.join('.')}`);
  return at as JsonSchema;
}

/** Settings of rules, with every rule and pack by its title, which an editor shows where it completes them. */
function rulesConfig(): JsonSchema {
  const schema = toSchema('rules-config', 'Rollbook settings of rules', ruleConfigSchema);
  const rules = part(schema, 'properties', 'rules');
  const setting = part(rules, 'additionalProperties');
  rules.properties = Object.fromEntries(
    allRules.map(({ code, title, help, severity }) => [
      code,
      { ...setting, title, description: `${title} (${severity}). ${help}` },
    ]),
  );
  rules.additionalProperties = false;
  delete rules.propertyNames;
  const packs = part(schema, 'properties', 'packs');
  packs.items = {
    oneOf: Object.values(rulePacks).map(({ id, title, rules: { length } }) => ({
      const: id,
      title,
      description: `${title}: ${length} rules.`,
    })),
  };
  return schema;
}

/**
 * The JSON Schemas of what councils write and read, by file name without its ending. The build ships them as
 * `@rollbook/validate/schemas/NAME.json`.
 */
export function jsonSchemas(): Record<string, JsonSchema> {
  return { 'rules-config': rulesConfig(), report: toSchema('report', 'Rollbook report', reportSchema) };
}
