import { fundingBases } from '@rollbook/model';
import { judgeFunding } from '../../early-years.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

export const basisOfTwo = pupilRule({
  code: '5235',
  title: 'Basis of funding of a two-year-old is missing, no code, or given without funded hours',
  severity: 'query',
  kinds: ['early-years-funding', 'pupil', 'enrolment'],
  fields: ['basis', 'fundedHours'],
  help: 'Ask the school why the child is funded: ECO, HSD or LAA. Expanded hours need no basis.',
  source: census(5235),
  broken: (group, context) =>
    judgeFunding(group, context, ({ basis, fundedHours = 0 }, { age }) => {
      if (age !== 2) return false;
      if (basis === undefined) return fundedHours > 0;
      return fundedHours <= 0 || !fundingBases.accepts(basis);
    }),
});
