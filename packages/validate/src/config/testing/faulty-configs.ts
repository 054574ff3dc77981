/** Settings with one fault each, and whether the JSON Schema sees it, too; messages in __fixtures__/faults.txt. */
export interface FaultyConfig {
  readonly name: string;
  readonly text: string;
  readonly schema: 'refuses' | 'accepts';
}

const ownText = (lines: string): string =>
  `version: 1\nown:\n  - code: leics-own\n    title: Broken\n    ${lines.trim().replaceAll('\n', '\n    ')}\n`;
const expecting = (kind: string, condition: string): string => ownText(`kind: ${kind}\nexpect: ${condition}`);

const refused = (name: string, text: string): FaultyConfig => ({
  name,
  text,
  schema: 'refuses',
});
/** What is beyond a schema: fields by kind, order, sense. */
const beyond = (name: string, text: string): FaultyConfig => ({
  name,
  text,
  schema: 'accepts',
});

export const faultyConfigs: readonly FaultyConfig[] = [
  refused('no settings', 'just text'),
  refused('no version', 'packs: [core]'),
  refused('an unknown key', 'version: 1\ncalender: {}'),
  refused('packs that are no list', 'version: 1\npacks: core'),
  refused('rules that are a list', 'version: 1\nrules: [1570]'),
  refused('a setting that is no word', 'version: 1\nrules: { 1570: 5 }'),
  refused('a setting without a severity', 'version: 1\nrules:\n  1570: { schools: [8562001] }'),
  refused('an unknown key of a setting', 'version: 1\nrules:\n  1570: { severity: info, school: [8562001] }'),
  refused('a school that is none', 'version: 1\nrules:\n  1570: { severity: info, schools: [123] }'),
  refused('no school', 'version: 1\nrules:\n  1570: { severity: info, schools: [] }'),
  refused('a day that is none', 'version: 1\nrules:\n  1570: { severity: info, from: 2026-02-30 }'),
  refused('an empty list of settings', 'version: 1\nrules:\n  1570: []'),
  refused('a wrong word in a list of settings', 'version: 1\nrules:\n  1570: [warn]'),
  beyond(
    'days that end before they begin',
    'version: 1\nrules:\n  1570: { severity: info, from: 2026-09-02, to: 2026-09-01 }',
  ),
  beyond(
    'schools and exceptSchools',
    'version: 1\nrules:\n  1570: { severity: info, schools: [8562001], exceptSchools: [8562002] }',
  ),
  beyond(
    'a setting that never holds',
    'version: 1\nrules:\n  1570: [off, { severity: info, schools: [8562001] }]',
  ),
  beyond(
    'a rule of a file set by school',
    'version: 1\nrules:\n  file-without-pupils: { severity: off, schools: [8562001] }',
  ),
  refused('an unknown key of the calendar', 'version: 1\ncalendar: { closd: [] }'),
  refused('a term without an end', 'version: 1\ncalendar: { terms: [{ from: 2026-09-01 }] }'),
  beyond(
    'a term that ends before it begins',
    'version: 1\ncalendar: { terms: [{ from: 2026-09-01, to: 2026-08-01 }] }',
  ),
  beyond(
    'terms that overlap',
    'version: 1\ncalendar: { terms: [{ from: 2026-09-01, to: 2026-10-01 }, { from: 2026-10-01, to: 2026-12-01 }] }',
  ),
  refused('a school of the calendar that is none', 'version: 1\ncalendar: { schools: { abc: {} } }'),
  refused(
    'a code in capitals',
    'version: 1\nown:\n  - { code: Leics, title: T, kind: pupil, expect: { field: upn, present: true } }',
  ),
  beyond(
    'a code of Rollbook’s',
    'version: 1\nown:\n  - { code: name-digits, title: T, kind: pupil, expect: { field: upn, present: true } }',
  ),
  beyond(
    'a code twice',
    'version: 1\nown:\n  - { code: a-b, title: T, kind: pupil, expect: { field: upn, present: true } }\n  - { code: a-b, title: T, kind: pupil, expect: { field: upn, present: true } }',
  ),
  refused(
    'no title',
    'version: 1\nown:\n  - { code: a-b, kind: pupil, expect: { field: upn, present: true } }',
  ),
  refused('an unknown kind', expecting('enrollment', '{ field: upn, present: true }')),
  refused(
    'an unknown severity of an own rule',
    ownText('severity: warning\nkind: pupil\nexpect: { field: upn, present: true }'),
  ),
  refused('an unknown scope', ownText('scope: pupils\nkind: pupil\nexpect: { field: upn, present: true }')),
  refused('no expectation', ownText('kind: pupil')),
  refused('an unknown field', expecting('pupil', '{ field: surnam, present: true }')),
  beyond('a field of another kind', expecting('pupil', '{ field: registrationGroup, present: true }')),
  beyond(
    'an unknown field for issues',
    ownText('kind: pupil\nfield: upnn\nexpect: { field: upn, present: true }'),
  ),
  refused(
    'a field within a group, without the group',
    expecting('pupil', '{ field: number, present: true }'),
  ),
  refused('an unknown test', expecting('pupil', '{ field: upn, match: A }')),
  refused('an empty condition', expecting('pupil', '{}')),
  beyond('a field without a test', expecting('pupil', '{ field: upn }')),
  refused(
    'two forms at once',
    expecting('pupil', '{ field: upn, present: true, any: [{ field: uln, present: true }] }'),
  ),
  refused('a test without a field', expecting('pupil', '{ not: { field: upn, present: true }, is: A }')),
  refused('an empty list of conditions', expecting('pupil', '{ all: [] }')),
  refused('conditions that are no list', expecting('pupil', '{ any: { field: upn, present: true } }')),
  beyond('present: false with a value', expecting('pupil', '{ field: upn, present: false, is: A }')),
  beyond('orAbsent beside present', expecting('pupil', '{ field: upn, present: true, orAbsent: true }')),
  beyond('text for true or false', expecting('enrolment', '{ field: current, is: yes }')),
  beyond('text for a number', expecting('contact', "{ field: priority, is: '1' }")),
  beyond('true for text', expecting('pupil', '{ field: upn, is: true }')),
  beyond('a number for a date', expecting('pupil', '{ field: birthDate, in: [today, 2026] }')),
  beyond('an order of text', expecting('enrolment', '{ field: yearGroup, min: 7 }')),
  beyond('an order of true and false', expecting('enrolment', '{ field: current, max: 1 }')),
  beyond('a bound that is no day', expecting('enrolment', '{ field: entryDate, min: today-30 }')),
  beyond('a bound of an extension that is none', expecting('pupil', '{ field: extensions.Age, min: old }')),
  beyond('min above max', expecting('contact', '{ field: priority, min: 3, max: 2 }')),
  beyond('a length with min above max', expecting('pupil', '{ field: upn, length: { min: 3, max: 2 } }')),
  beyond('an empty length', expecting('pupil', '{ field: upn, length: {} }')),
  refused('a length below nought', expecting('pupil', '{ field: upn, length: -1 }')),
  beyond('the length of a number', expecting('contact', '{ field: priority, length: 1 }')),
  beyond('the length of a group', expecting('pupil', '{ field: address, length: 1 }')),
  beyond('the value of a group', expecting('contact', "{ field: phones, matches: '^07' }")),
  beyond('a pattern on a number', expecting('contact', "{ field: priority, matches: '1' }")),
  beyond('a pattern that is none', expecting('pupil', "{ field: upn, matches: '[' }")),
  beyond('a pattern that may run long', expecting('pupil', "{ field: upn, matches: '^(a+)+$' }")),
  refused('an unknown code set', expecting('pupil', '{ field: ethnicity, codeSet: ethnicity }')),
  beyond('a code set for a date', expecting('pupil', '{ field: birthDate, codeSet: ethnicities }')),
  refused('an unknown other field', expecting('enrolment', '{ field: entryDate, before: leavingdate }')),
  beyond('another field that is a list', expecting('pupil', '{ field: upn, equals: formerUpns }')),
  beyond('another field of another type', expecting('enrolment', '{ field: entryDate, before: yearGroup }')),
  beyond('an order of two texts', expecting('pupil', '{ field: surname, before: forename }')),
  beyond('has in a rule of records', expecting('pupil', '{ has: { kind: contact } }')),
  beyond('has a school', ownText('scope: pupil\nkind: pupil\nexpect: { has: { kind: school } }')),
  beyond(
    'has at least none',
    ownText('scope: pupil\nkind: pupil\nexpect: { has: { kind: contact, atLeast: 0 } }'),
  ),
  beyond(
    'has more than at most',
    ownText('scope: pupil\nkind: pupil\nexpect: { has: { kind: contact, atLeast: 2, atMost: 1 } }'),
  ),
  refused(
    'has with an unknown field',
    ownText(
      'scope: pupil\nkind: pupil\nexpect: { has: { kind: contact, where: { field: phone, present: true } } }',
    ),
  ),
  beyond(
    'a rule of pupils about schools',
    ownText('scope: pupil\nkind: school\nexpect: { field: name, present: true }'),
  ),
  beyond(
    'a code that YAML takes for a number',
    expecting('enrolment', '{ field: admissionNumber, is: 007 }'),
  ),
];
