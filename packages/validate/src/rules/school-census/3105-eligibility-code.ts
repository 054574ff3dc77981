import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const eligibilityCode = recordRule({
  code: '3105',
  title: 'Eligibility code for working parents’ hours is not eleven digits',
  severity: 'query',
  kinds: ['early-years-funding'],
  fields: ['eligibilityCode'],
  help: 'Ask the provider for the code that HMRC gave the parent.',
  source: census(3105),
  broken: ({ eligibilityCode: code }) => code !== undefined && !/^\d{11}$/.test(code),
});
