import { sexes } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { codeReaderOf, createCodeReader } from './code-words.js';

describe('code words', () => {
  it.each([
    ['sexes', 'f', 'F'],
    ['sexes', 'Female', 'F'],
    ['sexes', 'Boy', 'M'],
    ['sen-provisions', 'EHC Plan', 'E'],
    ['sen-provisions', 'sen support', 'K'],
    ['exclusion-categories', 'Fixed Term', 'FIXD'],
    ['exclusion-categories', 'SUSP', 'SUSP'],
    ['enrolment-statuses', 'Single Registration', 'C'],
    ['ethnicities', 'White, British', 'WBRI'],
    ['languages', 'English', 'ENG'],
    ['sexes', 'something', undefined],
  ])('%s: %s is %s', (set, text, code) => {
    expect(codeReaderOf(set).read(text)).toBe(code);
    // The second time it comes out of the cache
    expect(codeReaderOf(set).read(text)).toBe(code);
  });

  it('takes words of a supplier first', () => {
    expect(createCodeReader(sexes, { '1': 'M', Female: 'W' }).read('1')).toBe('M');
    expect(createCodeReader(sexes, { Female: 'W' }).read('Female')).toBe('W');
  });

  it('refuses a set that there is not', () => {
    expect(() => codeReaderOf('shoes')).toThrow('no code set');
  });
});
