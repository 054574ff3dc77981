import { fileRule } from '../../rule.js';
import { SeenNumbers, textNumber } from '../../seen-numbers.js';
import { ownRule } from '../../sources.js';

/** Twins differ in forename; two people of one name and birth date at one school are rare but possible. */
export const pupilTwice = fileRule({
  code: 'pupil-twice',
  title: 'Another pupil of the school has the same name and date of birth',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['surname', 'forename', 'birthDate'],
  help: 'Ask the school whether these are two pupils, or one who is held twice under two UPNs.',
  source: ownRule('Capita ONE, B2B: Student handbook', 'matching of students'),
  begin: () => {
    const seen = new SeenNumbers();
    return {
      see: ({ surname, forename, birthDate, school }) =>
        surname !== undefined &&
        forename !== undefined &&
        birthDate !== undefined &&
        seen.again(school, textNumber(`${surname}|${forename}|${birthDate}`.toLowerCase())),
    };
  },
});
