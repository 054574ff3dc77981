import { isBlank } from '../../blank.js';
import { isThreeOrFour, judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

export const eligibilityCodeMissing = pupilRule({
  code: '3130',
  title: 'Child of three or four has extended hours but no eligibility code',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['eligibilityCode', 'extendedHours'],
  help: 'Ask the provider for the code that HMRC gave the parent.',
  source: census(3130),
  broken: (group, context) =>
    judgeFunding(
      group,
      context,
      ({ eligibilityCode, extendedHours = 0 }, child) =>
        extendedHours > 0 && isBlank(eligibilityCode) && isThreeOrFour(child),
    ),
});
