import { readFileSync } from 'node:fs';
import type { CanonicalRecord } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { rulePacks } from '../packs.js';
import { fileRule, pupilRule, recordRule, type Rule } from '../rule.js';
import { allRules } from '../rules/index.js';
import { byDefinition } from '../sources.js';
import { aContact, anEnrolment, aPupil, AS_OF, SCHOOL } from '../testing/samples.js';
import { createValidator } from '../validator.js';
import { parseRuleConfig } from './parse-rule-config.js';
import type { RuleConfigInput, RuleSetting } from './rule-config.js';
import { RuleConfigError } from './rule-config-error.js';
import { settle } from './rule-setting.js';
import { ruleSetOf, ruleSetText } from './rule-set.js';

const council = parseRuleConfig(readFileSync(new URL('__fixtures__/council.yaml', import.meta.url), 'utf8'));
const OTHER = '8562001';

/** Codes and severities of what is found, in order. */
function found(config: RuleConfigInput, records: readonly CanonicalRecord[], asOf = AS_OF): string[] {
  const { checkBatch } = createValidator({ ...ruleSetOf(config), asOf });
  return checkBatch(records).map(({ code, severity }) => `${code} ${severity}`);
}

describe('ruleSetOf', () => {
  it('gives all rules as they are without settings', () => {
    expect(ruleSetOf()).toMatchObject({ rules: allRules, severities: {} });
    expect(ruleSetOf({ version: 1 })).toMatchObject({ rules: allRules, severities: {} });
  });

  it('gives the packs that were chosen, and the rules that were named', () => {
    const { rules, severities } = ruleSetOf({
      version: 1,
      packs: ['attendance'],
      rules: {
        'name-digits': 'on',
        'attendance-mark-twice': 'off',
        'birth-date-future': [{ severity: 'info', schools: [OTHER] }],
      },
    });
    const codes = rules.map(({ code }) => code);
    const pack = rulePacks.attendance.rules.map(({ code }) => code);
    expect([...codes].sort()).toEqual([...pack, 'birth-date-future', 'name-digits'].sort());
    expect(severities).toEqual({
      'name-digits': rules.find(({ code }) => code === 'name-digits')?.severity,
      'attendance-mark-twice': 'off',
      'birth-date-future': 'info',
    });
    expect(ruleSetOf({ version: 1, packs: [] }).rules).toEqual([]);
  });

  it('runs a rule that no pack has only where it was named for', () => {
    const config: RuleConfigInput = {
      version: 1,
      packs: [],
      rules: { 'birth-date-future': { severity: 'info', schools: [OTHER] } },
    };
    const birthDate = '2027-01-01';
    expect(found(config, [aPupil({ birthDate, school: OTHER })])).toEqual(['birth-date-future info']);
    expect(found(config, [aPupil({ birthDate })])).toEqual([]);
  });

  it('leaves rules without settings for schools or days as they are', () => {
    const { rules } = ruleSetOf({ version: 1, rules: { 'name-digits': 'error' } });
    expect(rules).toEqual(allRules);
    expect(rules.every((rule, i) => rule === allRules[i])).toBe(true);
  });

  it('refuses settings made in code that have faults', () => {
    expect(() => ruleSetOf({ version: 1, packs: ['kore' as 'core'] })).toThrow(RuleConfigError);
  });

  it('gives the calendar', () => {
    const { calendar } = ruleSetOf({
      version: 1,
      calendar: { closed: ['2026-10-01'], open: ['2026-10-03'] },
    });
    expect(calendar.isSchoolDay('2026-10-01')).toBe(false);
    expect(calendar.isSchoolDay('2026-10-03')).toBe(true);
  });
});

describe('rules of a council’s own', () => {
  const own = { ...council, packs: [], rules: undefined };
  const about = (changes: Parameters<typeof anEnrolment>[0]) =>
    found(own, [anEnrolment({ registrationGroup: '7B', ...changes })]);

  it.each<[string[], Parameters<typeof anEnrolment>[0]]>([
    [[], {}],
    [['leics-registration-group query'], { registrationGroup: 'Oak' }],
    [['leics-registration-group query'], { registrationGroup: undefined }],
    [[], { registrationGroup: 'Oak', current: false }],
    [['leics-entry-long-ago info'], { entryDate: '2010-09-30' }],
    [[], { entryDate: '2010-10-01' }],
    [[], { entryDate: '2010-09-30', yearGroup: '13' }],
    [[], { entryDate: '2010-09-30', school: '8567000' }],
    [['leics-entry-long-ago info'], { entryDate: '2010-09-30', school: undefined }],
    [['leics-leaving-after-entry query'], { leavingDate: '2026-08-31' }],
    [[], { leavingDate: '2026-09-01' }],
  ])('finds %j', (codes, changes) => expect(about(changes)).toEqual(codes));

  it('looks at a pupil with all records', () => {
    const phones = [{ number: '0116 496 0000' }];
    expect(found(own, [aPupil(), aContact({ phones })])).toEqual([]);
    expect(found(own, [aPupil(), aContact()])).toEqual(['leics-contact-phone query']);
    expect(found(own, [aPupil()])).toEqual(['leics-contact-phone query']);
  });

  it('holds on its days and can be off', () => {
    const late = [
      anEnrolment({ registrationGroup: '7B', entryDate: '2026-08-20', leavingDate: '2026-08-01' }),
    ];
    expect(found(own, late, '2026-09-01')).toEqual(['leics-leaving-after-entry query']);
    expect(found(own, late, '2026-08-31')).toEqual([]);
    const off = { ...own, own: council.own?.map((rule) => ({ ...rule, severity: 'off' as const })) };
    expect(found(off, late, '2026-09-01')).toEqual([]);
    expect(ruleSetOf(off).rules).toHaveLength(5);
  });

  it('names the field of its own, else the first that it expects, and tells the help', () => {
    const rules = ruleSetOf(own).rules;
    expect(rules.map(({ fields }) => fields[0])).toEqual([
      'registrationGroup',
      'entryDate',
      'ethnicity',
      'leavingDate',
      'key',
    ]);
    expect(rules[0]?.help).toBe('Ask the school to correct the group.');
    expect(rules[1]?.help).toBe('Ask the school to look at it.');
    expect(rules[4]?.kinds).toEqual(['pupil', 'contact']);
  });
});

const info = { title: 'Broken', severity: 'query', help: 'Mend it.', source: byDefinition('test') } as const;
const samples: Record<string, Rule> = {
  record: recordRule({ ...info, code: 'a-record', kinds: ['pupil'], fields: ['upn'], broken: () => true }),
  finding: recordRule({
    ...info,
    code: 'a-finding',
    kinds: ['pupil'],
    fields: ['upn'],
    broken: () => ({ field: 'uln' }),
  }),
  pupil: pupilRule({
    ...info,
    code: 'a-pupil',
    kinds: ['pupil'],
    fields: ['upn'],
    broken: ({ pupil }) => pupil && { record: pupil },
  }),
  pupils: pupilRule({
    ...info,
    code: 'a-list',
    kinds: ['pupil'],
    fields: ['upn'],
    broken: ({ pupil }) => (pupil ? [{ record: pupil }] : []),
  }),
  file: fileRule({
    ...info,
    code: 'a-file',
    kinds: ['pupil'],
    fields: ['upn'],
    begin: () => ({ see: () => true }),
  }),
};

describe.each(Object.entries(samples))('settings by school and day: %s', (_, sample) => {
  const severityOf = (setting: RuleSetting, school: string | undefined = SCHOOL, asOf = AS_OF) => {
    const { rule, severity } = settle(sample, setting, sample.severity);
    const { checkBatch } = createValidator({ rules: [rule], severities: { [rule.code]: severity }, asOf });
    return checkBatch([aPupil({ school })])[0]?.severity;
  };

  it.each<[string | undefined, RuleSetting, string?, string?]>([
    ['query', 'on'],
    ['error', 'error'],
    [undefined, 'off'],
    ['info', { severity: 'info', schools: [SCHOOL] }],
    ['query', { severity: 'info', schools: [OTHER] }],
    ['error', { severity: 'error', schools: [SCHOOL] }],
    ['query', { severity: 'error', schools: [OTHER] }],
    [undefined, { severity: 'off', schools: [SCHOOL] }],
    ['query', { severity: 'off', exceptSchools: [SCHOOL] }],
    [undefined, { severity: 'off', exceptSchools: [OTHER] }],
    ['info', { severity: 'info', from: AS_OF, to: AS_OF }],
    ['query', { severity: 'info', from: '2026-10-02' }],
    ['query', { severity: 'info', to: '2026-09-30' }],
    [
      'error',
      [{ severity: 'error', schools: [SCHOOL] }, { severity: 'info', exceptSchools: [OTHER] }, 'off'],
    ],
    [undefined, [{ severity: 'on', schools: [OTHER] }, 'off']],
    ['query', [{ severity: 'on', schools: [SCHOOL] }, 'off']],
  ])('%s by %j', (expected, setting) => expect(severityOf(setting)).toBe(expected));

  it('fits a record without a school to settings that name none', () => {
    const severity = (setting: RuleSetting) => {
      const { rule, severity: told } = settle(sample, setting, 'query');
      const record = aPupil({ school: undefined });
      return createValidator({ rules: [rule], severities: { [rule.code]: told }, asOf: AS_OF }).checkBatch([
        record,
      ])[0]?.severity;
    };
    expect(severity({ severity: 'info', schools: [SCHOOL] })).toBe('query');
    expect(severity({ severity: 'info', exceptSchools: [SCHOOL] })).toBe('info');
  });
});

describe('settle', () => {
  it('leaves milder what a rule finds milder, and makes milder what it finds as usual', () => {
    const rule = recordRule({
      ...info,
      code: 'a-mild',
      kinds: ['pupil'],
      fields: ['upn'],
      broken: ({ upn }) => ({ severity: upn === undefined ? 'info' : 'query' }),
    });
    const set = settle(rule, { severity: 'error', schools: [SCHOOL] }, 'info');
    const { checkBatch } = createValidator({
      rules: [set.rule],
      severities: { 'a-mild': set.severity },
      asOf: AS_OF,
    });
    const of = (changes: Parameters<typeof aPupil>[0]) => checkBatch([aPupil(changes)])[0]?.severity;
    expect(of({ upn: undefined })).toBe('info');
    expect(of({ school: OTHER })).toBe('info');
  });

  it('is off where no part leaves it on', () => {
    const sample = samples.record!;
    expect(settle(sample, [{ severity: 'off', schools: [SCHOOL] }, 'off'], 'query')).toEqual({
      rule: sample,
      severity: 'off',
    });
    expect(settle(sample, { severity: 'off', schools: [SCHOOL] }, 'off')).toEqual({
      rule: sample,
      severity: 'off',
    });
  });
});

describe('ruleSetText', () => {
  it('is the same for the same settings in another order', () => {
    const a = parseRuleConfig('version: 1\npacks: [core, identity]\nrules: { name-digits: info, 1570: off }');
    const b = parseRuleConfig('rules: { 1570: off, name-digits: info }\npacks: [identity, core]\nversion: 1');
    expect(ruleSetText(a)).toMatch(/^rules [0-9a-f]{16}$/);
    expect(ruleSetText(a)).toBe(ruleSetText(b));
    expect(ruleSetText(parseRuleConfig(JSON.stringify(council)))).toBe(ruleSetText(council));
  });

  it('is another for other settings', () => {
    const texts = [
      'version: 1',
      'version: 1\nrules: { name-digits: info }',
      'version: 1\nrules: { name-digits: query }',
      'version: 1\nrules: { name-digits: [info] }',
      'version: 1\nrules: { name-digits: [{ severity: info, schools: [8562001] }, off] }',
      'version: 1\ncalendar: { closed: [2026-10-01] }',
      'version: 1\ncalendar: { open: [2026-10-01] }',
    ].map((text) => ruleSetText(parseRuleConfig(text)));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
