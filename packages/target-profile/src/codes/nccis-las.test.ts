import { describe, expect, it } from 'vitest';
import { isLeadLa, isTransferTarget, nccisLas } from './nccis-las.js';

describe('nccisLas', () => {
  it.each(['000', '001', '002', '003', '004', '201', '856', '938'])('takes %s', (code) => {
    expect(nccisLas.accepts(code)).toBe(true);
  });

  it.each(['', '5', '005', '100', '85', '8560', ' 856', '85A'])('refuses %j', (code) => {
    expect(nccisLas.accepts(code)).toBe(false);
  });
});

describe('isLeadLa', () => {
  it('is true for Leicester and Leicestershire', () => {
    expect(isLeadLa('856')).toBe(true);
    expect(isLeadLa('855')).toBe(true);
  });

  it.each(['000', '001', '002', '003', '004', '', '12'])('is false for %j', (code) => {
    expect(isLeadLa(code)).toBe(false);
  });
});

describe('isTransferTarget', () => {
  it.each([
    ['855', 'T', true],
    ['000', 'T', false],
    ['004', 'T', false],
    ['000', 'E', true],
    ['003', 'E', true],
    ['004', 'E', false],
    ['855', 'E', false],
  ] as const)('%s with %s: %s', (code, status, allowed) => {
    expect(isTransferTarget(code, status)).toBe(allowed);
  });
});
