import { describe, expect, it } from 'vitest';
import { MatchingSettingsError, parseMatchingSettings } from './parse-matching-settings.js';

describe('parseMatchingSettings', () => {
  it('reads JSON text and what it stands for', () => {
    const settings = {
      default: { identifiersNeeded: 4, externalIds: ['guid', 'personId'] },
      schools: { '8562001': { addUnmatched: 'always' } },
    };
    expect(parseMatchingSettings(JSON.stringify(settings))).toEqual(settings);
    expect(parseMatchingSettings(settings)).toEqual(settings);
    expect(parseMatchingSettings({})).toEqual({});
  });

  it.each([
    ['{', 'The settings are no JSON.'],
    [[], 'The settings are an object with "default", "schools", or both.'],
    [{ defaults: {} }, 'unknown: defaults; docs/matching.md lists what is known.'],
    [{ default: { formerUpn: true } }, 'default: unknown: formerUpn; docs/matching.md lists what is known.'],
    [
      { default: { identifiersNeeded: 5 } },
      'default.identifiersNeeded: it takes a whole number from 0 to 4.',
    ],
    [
      { default: { addUnmatched: 'yes' } },
      'default.addUnmatched: it takes queue, without-candidates or always.',
    ],
    [{ default: { externalIds: [''] } }, 'default.externalIds.0: it takes a list of names in supplierIds.'],
    [{ default: 1 }, 'default: it takes an object.'],
    [{ schools: { '856': {} } }, 'schools.856: a school is a LAESTAB, seven digits, such as 8562001.'],
    [
      { schools: { '8562001': { leastScore: 2 } } },
      'schools.8562001.leastScore: it takes a number from 0 to 1.',
    ],
  ])('says what is wrong with %j', (input, fault) => {
    expect(() => parseMatchingSettings(input)).toThrow(MatchingSettingsError);
    expect(() => parseMatchingSettings(input)).toThrow(fault);
  });

  it('says every fault, each on one line', () => {
    const faults = (() => {
      try {
        parseMatchingSettings({ 'a\nb': 1, default: { formerUpns: 1, matchInactive: 2 } });
      } catch (error) {
        return (error as MatchingSettingsError).faults;
      }
      return [];
    })();
    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toContain('\n');
  });
});
