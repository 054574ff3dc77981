import type { JsonValue } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { decide, isBlank, type Decision } from './decide.js';
import { processingRules, type ProcessingRule } from './settings.js';

const earlier = '2026-09-01T08:00:00Z';
const later = '2026-09-01T10:00:00+01:00';

/** By rule: equal, nothing held, differs and newer, differs and older, nothing sent. */
const table: Readonly<Record<ProcessingRule, readonly Decision[]>> = {
  'always-import': ['same', 'write', 'write', 'write', 'ignore'],
  'always-conflict': ['same', 'conflict', 'conflict', 'conflict', 'ignore'],
  'import-if-empty': ['same', 'write', 'conflict', 'conflict', 'ignore'],
  'dont-import': ['same', 'ignore', 'ignore', 'ignore', 'ignore'],
  'newest-wins': ['same', 'write', 'write', 'ignore', 'ignore'],
};

describe('decide', () => {
  describe.each(processingRules)('%s', (rule) => {
    const [equal, empty, newer, older, blank] = table[rule];
    const newest = { held: earlier, incoming: later };

    it(`takes an equal value as ${equal}`, () => {
      expect(decide(rule, 'Ada', 'Ada', newest)).toBe(equal);
      expect(decide(rule, { a: 1, b: [2] }, { b: [2], a: 1 }, newest)).toBe(equal);
      expect(decide(rule, false, false, { held: later, incoming: earlier })).toBe(equal);
    });

    it.each<JsonValue | undefined>([undefined, null, '', '  ', [], {}])(
      `takes a value where %j is held as ${empty}`,
      (held) => {
        expect(decide(rule, held, 'Ada', newest)).toBe(empty);
        expect(decide(rule, held, false, { held: later, incoming: earlier })).toBe(empty);
      },
    );

    it(`takes one that differs as ${newer}, and as ${older} when it is older`, () => {
      expect(decide(rule, 'Ada', 'Eve', newest)).toBe(newer);
      expect(decide(rule, 'Ada', 'ADA', newest)).toBe(newer);
      expect(decide(rule, [1, 2], [2, 1], newest)).toBe(newer);
      expect(decide(rule, 'Ada', 'Eve', { held: later, incoming: earlier })).toBe(older);
    });

    it.each<JsonValue | undefined>([undefined, null, '', ' ', [], {}])(`takes %j as ${blank}`, (incoming) => {
      expect(decide(rule, 'Ada', incoming, newest)).toBe(blank);
      expect(decide(rule, undefined, incoming, newest)).toBe(blank);
    });
  });

  it('counts a date that isn’t known as long ago, and the later of two at one moment as newer', () => {
    const newestWins = (held: string | null, incoming: string | null): Decision =>
      decide('newest-wins', 'Ada', 'Eve', { held, incoming });
    expect(newestWins(null, earlier)).toBe('write');
    expect(newestWins(earlier, null)).toBe('ignore');
    expect(newestWins(null, null)).toBe('write');
    expect(newestWins(earlier, earlier)).toBe('write');
    expect(newestWins(later, '2026-09-01T10:30:00+02:00')).toBe('ignore');
  });

  it('knows what says nothing', () => {
    expect([undefined, null, '', '\t', [], {}].every(isBlank)).toBe(true);
    expect([false, 0, 'x', [null], { a: null }].some(isBlank)).toBe(false);
  });
});
