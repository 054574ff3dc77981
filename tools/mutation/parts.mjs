import process from 'node:process';

const SOURCES = 'packages/validate/src';
const FOLDERS = ['core', 'school-census', 'attendance', 'exclusions', 'attainment', 'identity'];

/** Modules beside the rules that decide what a rule finds. */
const HELPERS = [
  'across-schools',
  'blank',
  'census-return',
  'current-enrolments',
  'deadline',
  'early-years',
  'exclusion-limits',
  'issue-of',
  'marks',
  'names',
  'ordered',
  'seen-numbers',
  'sen',
  'share',
  'spells',
  'summer-attendance',
  'upn-number',
  'whole-number',
  'years-off',
];

/** What is mutated, part by part; each is a run of its own with the tests that are to find its mutants. */
export const parts = [
  {
    name: 'identifiers',
    mutate: ['packages/model/src/identifiers/*.ts', 'packages/model/src/dates.ts'],
    tests: ['packages/model/src/identifiers/*.test.ts', 'packages/model/src/dates.test.ts'],
  },
  {
    name: 'calendar',
    mutate: [`${SOURCES}/calendar.ts`, `${SOURCES}/bank-holidays.ts`],
    tests: [`${SOURCES}/calendar.test.ts`, `${SOURCES}/bank-holidays.test.ts`],
  },
  {
    name: 'helpers',
    mutate: HELPERS.map((name) => `${SOURCES}/${name}.ts`),
    tests: [...HELPERS.map((name) => `${SOURCES}/${name}.test.ts`), `${SOURCES}/rules/*/*.test.ts`],
  },
  ...FOLDERS.map((folder) => ({
    name: `rules/${folder}`,
    folder: `${SOURCES}/rules/${folder}`,
    mutate: [`${SOURCES}/rules/${folder}/*.ts`],
    tests: [`${SOURCES}/rules/${folder}/*.test.ts`],
  })),
];

/**
 * The parts that an argument names: `identifiers`, `rules` (all of them), `rules/core`, or with the beginning of
 * a file's name `rules/core/contact-priority`.
 *
 * @throws RangeError when there is no such part.
 */
export function partsOf(argument) {
  const whole = parts.filter(({ name }) => name === argument || name.startsWith(`${argument}/`));
  if (whole.length > 0) return whole;
  const part = parts.find(({ name, folder }) => folder && argument.startsWith(`${name}/`));
  if (!part) {
    throw new RangeError(
      `there is no part ${argument}; parts are ${parts.map(({ name }) => name).join(', ')}`,
    );
  }
  const file = argument.slice(part.name.length + 1);
  return [{ ...part, name: argument, mutate: [`${part.folder}/${file}*.ts`] }];
}

/** The part that this process is to run. */
export function chosenPart() {
  const name = process.env.ROLLBOOK_MUTATION_PART;
  if (!name) throw new Error('run `npm run mutation`, which names the part');
  return partsOf(name)[0];
}

/** Where the reports of a part stand, without their extension. */
export function reportOf(part) {
  return `reports/mutation/${part.name.replaceAll('/', '-')}`;
}
