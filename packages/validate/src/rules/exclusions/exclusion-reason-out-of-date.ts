import { exclusionReasons, isIsoDate } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** Some first days are not confirmed, so it is information. */
export const exclusionReasonOutOfDate = recordRule({
  code: 'exclusion-reason-out-of-date',
  title: 'Exclusion reason was not in use when it began',
  severity: 'info',
  kinds: ['exclusion'],
  fields: ['reasons', 'startDate'],
  help: 'Use the reasons that were in force on the first day.',
  source: ownRule('DfE, Common basic data set', 'exclusion reason'),
  broken: ({ reasons, startDate }) => {
    if (reasons === undefined || startDate === undefined || !isIsoDate(startDate)) return false;
    const value = reasons.find(
      (reason) => exclusionReasons.lookup(reason, startDate).status === 'out-of-date',
    );
    return value !== undefined && { value };
  },
});
