import { describe, expect, it } from 'vitest';
import { asOfOf } from './as-of.js';

const began = new Date('2026-11-25T09:00:00.000Z');

describe('as of when a file is', () => {
  it.each([
    ['2026-11-25T08:30:00Z', '2026-11-25T08:30:00.000Z'],
    ['2026-11-25T08:30:00.25+00:30', '2026-11-25T08:00:00.250Z'],
    // London's own time, in winter and in summer.
    ['2026-11-25T08:30:00', '2026-11-25T08:30:00.000Z'],
    ['2026-07-01T08:30', '2026-07-01T07:30:00.000Z'],
    ['2026-07-01', '2026-06-30T23:00:00.000Z'],
  ])('takes the file’s word %s for %s', (createdAt, moment) => {
    expect(asOfOf(undefined, createdAt, began)).toBe(moment);
    expect(asOfOf(createdAt, undefined, began)).toBe(moment);
  });

  it.each([undefined, 'last week', '2026-13-01', '25/11/2026', '2099-01-01T00:00:00Z'])(
    'is the moment at which it came when the file says %s',
    (createdAt) => {
      expect(asOfOf(undefined, createdAt, began)).toBe(began.toISOString());
    },
  );

  it('is what the caller says before all else', () => {
    expect(asOfOf('2026-12-24', '2026-11-01', began)).toBe('2026-12-24T00:00:00.000Z');
    expect(() => asOfOf('2026-13-01', undefined, began)).toThrow('no ISO 8601');
  });
});
