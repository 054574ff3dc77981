import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TESTS } from './condition.js';
import { parseRuleConfig } from './parse-rule-config.js';

const guide = readFileSync(new URL('../../../../docs/rules-config.md', import.meta.url), 'utf8');
const council = readFileSync(new URL('__fixtures__/council.yaml', import.meta.url), 'utf8');
const [whole = '', ...parts] = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text);

describe('docs/rules-config.md', () => {
  it('shows the example that is tested', () => {
    expect(parseRuleConfig(whole)).toEqual(parseRuleConfig(council));
  });

  it.each(parts.map((text) => [text]))('shows what can be read: %s', (text) => {
    expect(() => parseRuleConfig(`version: 1\n${text}`)).not.toThrow();
  });

  it('tells of every test', () => {
    for (const test of [...TESTS, 'orAbsent']) expect(guide).toContain(`\`${test}`);
  });
});
