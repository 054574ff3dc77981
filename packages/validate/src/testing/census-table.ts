import type { Rule } from '../rule.js';
import { leftOut, seenNumbers } from './census-coverage.js';

const numbersOf = (text: string) => text.split(/\s+/).filter((number) => number !== '');

/** Numbers as COLLECT writes them: a rule's code without a nought in front. */
const order = (a: string, b: string) => Number(a) - Number(b);

/** Numbers of the sources, each with the letters of those that show it. */
export function lettersByNumber(): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [letter, text] of Object.entries(seenNumbers)) {
    for (const number of numbersOf(text)) {
      const before = letters.get(number);
      letters.set(number, before === undefined ? letter : `${before}, ${letter}`);
    }
  }
  return letters;
}

interface Row {
  readonly number: string;
  readonly about: string;
  readonly state: string;
}

/** What is left out, a row for each number, as the data has it. */
export function leftOutRows(): Row[] {
  return leftOut.flatMap(({ why, rules }) =>
    Object.entries(rules).flatMap(([numbers, about]) =>
      numbersOf(numbers).map((number) => ({ number, about, state: why })),
    ),
  );
}

/** The tables of docs/formats/school-census-rules.md: our rules, then the rest. */
export function coverageTables(rules: readonly Rule[]): { ours: string; rest: string } {
  const letters = lettersByNumber();
  const table = (rows: readonly Row[]) =>
    [
      '| number | about | state | source |',
      '| --- | --- | --- | --- |',
      ...[...rows]
        .sort((a, b) => order(a.number, b.number))
        .map(
          ({ number, about, state }) => `| ${number} | ${about} | ${state} | ${letters.get(number) ?? ''} |`,
        ),
    ].join('\n');
  return {
    ours: table(
      rules.map(({ code, title, severity }) => ({ number: code, about: title, state: `rule, ${severity}` })),
    ),
    rest: table(leftOutRows()),
  };
}
