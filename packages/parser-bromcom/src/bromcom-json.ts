import type { JsonValue } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import { bromcomTable } from './bromcom-table.js';
import type { JsonObject } from '@rollbook/parser-kit';
import type { JsonDialect, JsonList } from '@rollbook/parser-kit';

const CONTAINERS = new Set(['data', 'value', 'results', 'd', 'items']);

function outside(keys: readonly string[], value: JsonValue): readonly Omit<Issue, 'place'>[] {
  const key = keys.at(-1) ?? '';
  if (keys.length === 1 && key.toLowerCase() === 'success' && value !== true) {
    return [
      {
        code: 'bromcom-request-failed',
        severity: 'error',
        message: 'The file is the answer to a request that failed, and not an export.',
        help: 'Ask again, with a user who may see the data.',
        field: key,
      },
    ];
  }
  if ((key === '@odata.nextLink' || key === '__next') && typeof value === 'string') {
    return [
      {
        code: 'bromcom-page-of-more',
        severity: 'query',
        message: 'The file is one page of several.',
        help: 'Save the pages that follow, and read them too.',
        field: key,
      },
    ];
  }
  return [];
}

/** Behaviour, staff: no records of ours, though they may name a pupil. */
const LEFT_ALONE = new Map([
  ['eventrecordid', 'BehaviourEvents'],
  ['staffid', 'Staff'],
  ['staffroleid', 'StaffRoles'],
  ['staffabsenceid', 'StaffAbsences'],
]);

function listOf(keys: readonly string[], object: JsonObject): JsonList {
  const key = keys.at(-1) ?? '';
  const name = CONTAINERS.has(key) ? '' : key;
  for (const member of Object.keys(object)) {
    const entity = LEFT_ALONE.get(member.toLowerCase());
    if (entity === undefined) continue;
    return {
      name: entity,
      instead: {
        code: 'bromcom-entity-left-out',
        severity: 'info',
        message: 'Objects of an entity that is not read were left out. Told once for each entity.',
        help: 'See docs/formats/bromcom.md for the entities that are read.',
        field: entity,
      },
    };
  }
  return { name };
}

/** Answers of the partner API, OData of a school or trust: docs/formats/bromcom.md. */
export const bromcomJson: JsonDialect = {
  table: bromcomTable,
  schoolIds: ['visionSchoolId'],
  listOf,
  outside,
};
