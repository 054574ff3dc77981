import { readdirSync, readFileSync } from 'node:fs';
import { isIsoDate, recordKinds, recordSchemas } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { allRules } from './index.js';

const folder = new URL('.', import.meta.url);
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\/[^/]+\.ts$/.test(path) && !/(^|\/)index\.|\.test\.ts$/.test(path));
/** Names of rule files, without their folders. */
const ruleFiles = paths.map((path) => path.slice(path.indexOf('/') + 1, -3));

/** The file of a rule: its code, or its number and a name. */
const fileOf = (code: string) => ruleFiles.filter((name) => name === code || name.startsWith(`${code}-`));

describe('the list of rules', () => {
  it('has every rule file, and a test with failing and passing samples for each', () => {
    expect(allRules).toHaveLength(paths.length);
    for (const path of paths) {
      const test = readFileSync(new URL(path.replace(/\.ts$/, '.test.ts'), folder), 'utf8');
      expect(test, path).toMatch(/proveRule\(\w+, \{\s+fails: \{\s*[^\s}][\s\S]*\n {2}passes: \{\s*[^\s}]/);
    }
  });

  it('has enough of them', () => {
    expect(allRules.length).toBeGreaterThanOrEqual(200);
  });

  it('has a code once', () => {
    expect(new Set(allRules.map(({ code }) => code)).size).toBe(allRules.length);
  });

  it.each(allRules.map((rule) => [rule.code, rule] as const))('%s is declared whole', (code, rule) => {
    expect(code).toMatch(/^(\d{4}|[a-z]+(-[a-z]+)+)$/);
    if (/^\d/.test(code)) expect(fileOf(code)).toHaveLength(1);
    else expect(ruleFiles).toContain(code);
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.help).toMatch(/^[A-Z].*\.$/);
    for (const bound of [rule.validFrom, rule.validTo]) {
      if (typeof bound === 'string') expect(isIsoDate(bound)).toBe(true);
    }
  });

  it.each(allRules.map((rule) => [rule.code, rule] as const))(
    '%s names kinds and fields of the records',
    (_, rule) => {
      expect(recordKinds).toEqual(expect.arrayContaining([...rule.kinds]));
      const known = rule.kinds.flatMap((kind) => Object.keys(recordSchemas[kind].shape));
      for (const field of rule.fields) expect(known).toContain(field.split('.')[0]);
    },
  );

  it('numbers a rule only where the number is confirmed', () => {
    for (const { code, source } of allRules) {
      expect(source.confirmed).toBe(/^\d{4}$/.test(code));
      if (source.confirmed) expect(source.section).toBe(`rule ${code}`);
    }
  });
});
