import { expect, it } from 'vitest';
import { isOfReturn } from './census-return.js';
import { aPupil, inReturn } from './testing/samples.js';

it('tells records of a return from those of other files', () => {
  expect(isOfReturn(inReturn(aPupil()))).toBe(true);
  expect(isOfReturn(aPupil())).toBe(false);
});
