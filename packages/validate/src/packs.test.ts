import { describe, expect, it } from 'vitest';
import { packsOf, ruleByCode, rulePacks, type RulePackId } from './packs.js';
import { allRules } from './rules/index.js';

const codes = (id: RulePackId) => rulePacks[id].rules.map(({ code }) => code);

describe('rule packs', () => {
  it('are found by their ids', () => {
    for (const [id, pack] of Object.entries(rulePacks)) expect(pack.id).toBe(id);
  });

  it.each(allRules.map(({ code }) => code))('%s is in a pack', (code) => {
    expect(packsOf(code)).not.toEqual([]);
  });

  it('tell the census’s rules and the errors from the rest', () => {
    expect(codes('school-census')).toContain('1510');
    expect(codes('school-census')).not.toContain('upn-temporary');
    expect(codes('errors')).toContain('1510');
    expect(codes('errors')).not.toContain('1500');
  });

  it('have a numbered rule in the pack of its subject too', () => {
    expect(packsOf('1510')).toEqual(['school-census', 'identity']);
    expect(packsOf('2300')).toEqual(['school-census', 'exclusions']);
    expect(packsOf('2475')).toEqual(['school-census', 'attendance']);
    expect(packsOf('name-digits')).toEqual(['core']);
  });

  it('have their rules by code', () => {
    expect(ruleByCode('1510')).toMatchObject({ code: '1510', severity: 'error' });
    expect(ruleByCode('0000')).toBeUndefined();
  });
});
