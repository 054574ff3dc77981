import { describe, expect, it } from 'vitest';
import { parseProcessingSettings, ProcessingSettingsError, ruleFor } from './settings.js';

function faults(input: unknown): readonly string[] {
  try {
    parseProcessingSettings(input);
  } catch (error) {
    if (error instanceof ProcessingSettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('processing settings', () => {
  it('give the rule of the school, else of all schools, else always-conflict', () => {
    const settings = parseProcessingSettings(
      '{"default":{"names":"newest-wins"},"schools":{"8562001":{"names":"dont-import"}}}',
    );
    expect(ruleFor(settings, '8562001', 'names')).toBe('dont-import');
    expect(ruleFor(settings, '8562002', 'names')).toBe('newest-wins');
    expect(ruleFor(settings, null, 'names')).toBe('newest-wins');
    expect(ruleFor(settings, '8562001', 'address')).toBe('always-conflict');
    expect(ruleFor(undefined, '8562001', 'address')).toBe('always-conflict');
  });

  it('leave attendance and school history as they are', () => {
    expect(ruleFor(undefined, '8562001', 'attendance')).toBe('always-import');
    expect(faults({ default: { attendance: 'always-import' } })).toEqual([]);
    expect(faults({ default: { 'school-history': 'dont-import' } })).toEqual([
      'default.school-history: it is always imported and takes no other rule; leave it out.',
    ]);
  });

  it('are refused with every fault and its place', () => {
    const found = faults({
      default: { adress: 'always-import', names: 'overwrite' },
      schools: { 'St Example': {}, '8562001': { fsm: 1 }, '8562002': [] },
      defaults: {},
    });
    expect(found.map((fault) => fault.slice(0, fault.indexOf(':')))).toEqual([
      'default.adress',
      'default.names',
      'schools.8562001.fsm',
      'schools.8562002',
      'schools.St Example',
      'defaults',
    ]);
    expect(found[0]).toContain('known are identifiers, names');
    expect(found[1]).toContain('known are always-import, always-conflict');
  });

  it('are refused when they are no JSON or no object', () => {
    expect(faults('{')).toEqual(['The settings are no JSON.']);
    for (const value of [null, [], 'null', '[]', 3])
      expect(faults(value)).toEqual(['The settings are an object with "default", "schools", or both.']);
    expect(faults({ schools: 1, default: 1 })).toHaveLength(2);
  });

  it('say nothing odd of odd names', () => {
    expect(faults({ ['\u001b[31m' + 'x'.repeat(99)]: 1 })[0]).toMatch(/^\?\[31mx{35}: unknown/);
  });
});
