import type { JsonObject } from '@rollbook/parser-kit';
import type { JsonDialect, JsonList } from '@rollbook/parser-kit';
import { restFlatten } from './rest-objects.js';
import { restHeadings } from './rest-headings.js';
import { arborTable } from './arbor-table.js';

const FAILED = {
  code: 'arbor-request-failed',
  severity: 'error',
  message: 'The file is the answer to a request that failed, and not an export.',
  help: 'Ask again, with a user who may see the data.',
} as const;

const PARTLY = {
  code: 'arbor-answer-errors',
  severity: 'query',
  message: 'The answer names errors: fields or objects may be missing, and their absence says nothing.',
  help: 'Look at the errors in the file, and ask again with a user who may see the data.',
} as const;

/** Lists that hold no records of pupils by design, with what they are. */
function instead(name: string): JsonList['instead'] {
  if (name === 'response') return { ...FAILED, field: name };
  if (name === 'errors') return { ...PARTLY, field: name };
  return undefined;
}

function leftOut(entity: string): JsonList['instead'] {
  return {
    code: 'arbor-entity-left-out',
    severity: 'info',
    message: 'Objects of an entity that is not read were left out. Told once for each entity.',
    help: 'See docs/formats/arbor.md for the entities that are read.',
    field: entity.slice(0, 60),
  };
}

function listOf(keys: readonly string[], object: JsonObject): JsonList {
  const key = keys.at(-1) ?? '';
  const name = key === 'data' || key === 'value' || key === 'items' ? '' : key;
  const fault = instead(name);
  if (fault !== undefined) return { name, instead: fault };
  const { entityType } = object;
  const entity = typeof entityType === 'string' ? entityType : keys[0] === 'data' ? name : '';
  if (entity === '') return { name };
  if (Object.hasOwn(restHeadings, entity)) return { name: entity, headings: restHeadings[entity] };
  // Under `data` a table of the BI Connector can stand as well as an entity
  return typeof entityType === 'string' ? { name: entity, instead: leftOut(entity) } : { name };
}

/** Tables and data exports as lists of objects, the REST API and GraphQL: docs/formats/arbor.md. */
export const arborJson: JsonDialect = {
  table: arborTable,
  flatten: restFlatten,
  schoolIds: ['applicationId'],
  listOf,
};
