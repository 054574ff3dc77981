import { isIsoDate, recordKinds, recordSchemas } from '@rollbook/model';
import { severitySchema } from '@rollbook/parser-kit';
import { expect } from 'vitest';
import type { Rule } from '../rule.js';

/** What holds of every rule's declaration, whatever it looks for. */
export function expectDeclared(rule: Rule): void {
  expect(rule.code).toMatch(/^(\d{4}|[a-z]+(-[a-z]+)+)$/);
  expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
  expect(rule.help).toMatch(/^[A-Z].*\.$/);
  expect(severitySchema.options).toContain(rule.severity);
  expect(recordKinds).toEqual(expect.arrayContaining([...rule.kinds]));
  const known = rule.kinds.flatMap((kind) => Object.keys(recordSchemas[kind].shape));
  expect(rule.fields).not.toHaveLength(0);
  for (const field of rule.fields) expect(known).toContain(field.split('.')[0]);
  for (const bound of [rule.validFrom, rule.validTo]) {
    if (typeof bound === 'string') expect(isIsoDate(bound)).toBe(true);
  }
}
