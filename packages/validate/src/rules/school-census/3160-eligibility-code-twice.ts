import { fileRule } from '../../rule.js';
import { SeenNumbers, textNumber } from '../../seen-numbers.js';
import { census } from '../../sources.js';

/** A child may have the same code in several terms; those records stand together. */
export const eligibilityCodeTwice = fileRule({
  code: '3160',
  title: 'Another child of the school has the same eligibility code',
  severity: 'query',
  kinds: ['early-years-funding'],
  fields: ['eligibilityCode'],
  help: 'HMRC gives a code to one child: ask the provider which of the two it is.',
  source: census(3160),
  begin: () => {
    const seen = new SeenNumbers();
    const own = new Set<number>();
    let child: string | undefined;
    return {
      see: ({ eligibilityCode, school, pupilKey }) => {
        if (eligibilityCode === undefined) return false;
        if (pupilKey !== child) own.clear();
        child = pupilKey;
        const number = textNumber(eligibilityCode);
        if (own.has(number)) return false;
        own.add(number);
        return seen.again(school, number);
      },
    };
  },
});
