import { describe, expect, it } from 'vitest';
import { didYouMean, nearest, quoted } from './suggest.js';

const FIELDS = ['yearGroup', 'registrationGroup', 'address.postcode', 'entryDate', 'leavingDate'];

describe('nearest', () => {
  it.each([
    ['yeargroup', 'yearGroup'],
    ['year-group', 'yearGroup'],
    ['yaerGroup', 'yearGroup'],
    ['yearGrop', 'yearGroup'],
    ['yearGroups', 'yearGroup'],
    ['postcode', 'address.postcode'],
    ['entrydat', 'entryDate'],
    ['shoeSize', undefined],
    ['', undefined],
    ['ye', undefined],
  ])('%s is %s', (word, meant) => expect(nearest(word, FIELDS)).toBe(meant));

  it('says nothing where two are as near', () => {
    expect(nearest('abc-2', ['abc-1', 'abc-3'])).toBeUndefined();
    expect(didYouMean('abc-2', ['abc-1'])).toBe(' Did you mean "abc-1"?');
    expect(didYouMean('xyz', ['abc-1'])).toBe('');
  });

  it('shows words of a file short and on one line', () => {
    expect(quoted(`a\n${'b'.repeat(100)}`)).toBe(`"a ${'b'.repeat(58)}"`);
    expect(quoted(7)).toBe('"7"');
    expect(quoted(undefined)).toBe('"nothing"');
  });
});
