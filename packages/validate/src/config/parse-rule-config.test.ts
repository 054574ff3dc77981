import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkRuleConfig, parseRuleConfig } from './parse-rule-config.js';
import { RuleConfigError } from './rule-config-error.js';
import { faultyConfigs } from './testing/faulty-configs.js';

const council = readFileSync(new URL('__fixtures__/council.yaml', import.meta.url), 'utf8');

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof RuleConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('parseRuleConfig', () => {
  it('reads all that a council may say', () => {
    const config = parseRuleConfig(council);
    expect(config).toMatchObject({
      version: 1,
      packs: ['core', 'identity', 'attendance'],
      rules: {
        1570: 'off',
        'year-group-age': [{ severity: 'off', schools: ['8562001'] }, { severity: 'info' }],
      },
      calendar: { schools: { 8562001: { closed: ['2026-09-01', '2026-09-02'] } } },
    });
    expect(config.own?.map(({ code, severity, scope }) => [code, severity, scope])).toEqual([
      ['leics-registration-group', 'query', 'record'],
      ['leics-entry-long-ago', 'info', 'record'],
      ['leics-ethnicity-listed', 'query', 'record'],
      ['leics-leaving-after-entry', 'query', 'record'],
      ['leics-contact-phone', 'query', 'pupil'],
    ]);
  });

  it('reads the same from JSON, and what it gave', () => {
    const config = parseRuleConfig(council);
    expect(parseRuleConfig(JSON.stringify(config, null, 2))).toEqual(config);
    expect(parseRuleConfig(stringify(config))).toEqual(config);
    expect(checkRuleConfig(config)).toEqual(config);
  });

  it('reads the least there can be', () => expect(parseRuleConfig('version: 1')).toEqual({ version: 1 }));

  it('says of every fault what to write, where', async () => {
    const told = faultyConfigs.map(
      ({ name, text }) => `${name}\n${messageOf(() => parseRuleConfig(text))}\n`,
    );
    for (const each of told) expect(each).toMatch(/\nline \d+, column \d+[^\n]*: [A-Za-z].*\./);
    await expect(told.join('\n')).toMatchFileSnapshot('__fixtures__/faults.txt');
  });

  it('says what YAML it can’t read', () => {
    expect(messageOf(() => parseRuleConfig('version: 1\npacks: ['))).toMatch(
      /^line 2, column \d+: This is no YAML: .*\.$/,
    );
    expect(messageOf(() => parseRuleConfig('version: 1\nversion: 1'))).toMatch(/Map keys must be unique\./);
  });

  it('is not blown up by aliases, depth or size', () => {
    const bomb =
      'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: &e [*d, *d]\nf: [*e, *e, *e, *e, *e]';
    expect(messageOf(() => parseRuleConfig(bomb))).toBe('The YAML refers to itself too often.');
    expect(messageOf(() => parseRuleConfig('#'.repeat(1_000_001)))).toBe(
      'Settings have at most 1000000 characters.',
    );
    expect(messageOf(() => parseRuleConfig('['.repeat(100_000)))).toMatch(
      /too deep in one another\.|no YAML/,
    );
    const deep = `${'{ not: '.repeat(30)}{ field: note, present: true }${' }'.repeat(30)}`;
    const text = `version: 1\nown:\n  - { code: a-b, title: T, kind: enrolment, expect: ${deep} }`;
    expect(messageOf(() => parseRuleConfig(text))).toMatch(
      /Conditions stand at most 20 deep in one another\.$/,
    );
  });

  it('lists every fault in the order of the text', () => {
    const text = 'version: 2\nrule: {}\npacks: [cor]\nrules: { 1570: of, name-digit: off }\n';
    expect(messageOf(() => parseRuleConfig(text)).split('\n')).toEqual([
      'line 1, column 1, version: The version of these settings is 1: write version: 1.',
      'line 2, column 1, rule: There is no "rule" here. Did you mean "rules"?',
      'line 3, column 9, packs[0]: There is no pack "cor". Did you mean "core"?',
      'line 4, column 10, rules."1570": Write on, off, error, query or info here; or { severity: info, schools: [...] }; or a list of such.',
      'line 4, column 20, rules.name-digit: There is no rule "name-digit". Did you mean "name-digits"?',
    ]);
  });

  it('tells faults of settings made in code by their path', () => {
    expect(messageOf(() => checkRuleConfig({ version: 1, calendar: { closed: ['1 May'] } }))).toBe(
      'calendar.closed[0]: Write a day as YYYY-MM-DD here.',
    );
    expect(messageOf(() => checkRuleConfig(undefined))).toBe(
      'This is missing. Write keys and values here: version, packs, rules, calendar, own.',
    );
  });
});
