import { describe, expect, it } from 'vitest';
import { censusPack, corePack, errorPack, ruleByCode, rulePacks } from './packs.js';

describe('rule packs', () => {
  it('are found by their ids', () => {
    expect(rulePacks).toEqual({ core: corePack, census: censusPack, errors: errorPack });
  });

  it('tell the census’s rules and the errors from the rest', () => {
    const codes = (pack: typeof corePack) => pack.rules.map(({ code }) => code);
    expect(codes(censusPack)).toContain('1510');
    expect(codes(censusPack)).not.toContain('upn-temporary');
    expect(codes(errorPack)).toContain('1510');
    expect(codes(errorPack)).not.toContain('1500');
    expect(codes(corePack)).toEqual(expect.arrayContaining([...codes(censusPack), ...codes(errorPack)]));
  });

  it('have their rules by code', () => {
    expect(ruleByCode('1510')).toMatchObject({ code: '1510', severity: 'error' });
    expect(ruleByCode('0000')).toBeUndefined();
  });
});
