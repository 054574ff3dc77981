import { exclusionCategories, isIsoDate } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

export const exclusionCategoryOutOfDate = recordRule({
  code: 'exclusion-category-out-of-date',
  title: 'Exclusion category was not in use when it began',
  severity: 'info',
  kinds: ['exclusion'],
  fields: ['category', 'startDate'],
  help: 'Use SUSP from the school year 2021/22 on, FIXD before.',
  source: ownRule('DfE, Common basic data set', 'exclusion category'),
  broken: ({ category, startDate }) =>
    category !== undefined &&
    startDate !== undefined &&
    isIsoDate(startDate) &&
    exclusionCategories.lookup(category, startDate).status === 'out-of-date',
});
