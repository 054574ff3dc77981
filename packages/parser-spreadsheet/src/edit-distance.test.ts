import { describe, expect, it } from 'vitest';
import { editDistance, nearestWord } from './edit-distance.js';
import { nearHeading } from './near-headings.js';

describe('editDistance', () => {
  it.each([
    ['surname', 'surname', 0],
    ['surname', 'surnmae', 1],
    ['surname', 'surnam', 1],
    ['forename', 'fornames', 2],
    ['', 'ab', 2],
    ['abcdef', 'uvwxyz', 3],
  ])('of %s and %s is %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
    expect(editDistance(b, a, 2)).toBe(distance);
  });

  it('finds the one nearest word, and none where two are as near', () => {
    expect(nearestWord('surnme', ['forename', 'surname'], 2)).toEqual({ word: 'surname', distance: 1 });
    expect(nearestWord('cat', ['bat', 'hat'], 2)).toBeUndefined();
    expect(nearestWord('cat', ['horse'], 2)).toBeUndefined();
  });
});

describe('nearHeading', () => {
  it.each([
    ['Surnmae', 'surname', 1],
    ['Date of Brith', 'dateofbirth', 1],
    ['Admision Numbr', 'admissionnumber', 2],
    ['Contct 2 Surname', 'contact2surname', 1],
    ['Natoinality 2', 'nationality2', 1],
  ])('takes %s for %s', (written, heading, distance) => {
    expect(nearHeading(written)).toEqual({ heading, distance });
  });

  it.each(['UPM', 'DoX', 'Shoe size', '12345', ''])('takes %s for nothing', (written) => {
    expect(nearHeading(written)).toBeUndefined();
  });
});
