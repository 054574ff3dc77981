import { epochDay, isIsoDate } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Days beyond which the dates are at fault. */
const LONGEST = 366;

/** Fewer sessions are right: part of the span may be holidays. */
export const exclusionSessionsDates = recordRule({
  code: 'exclusion-sessions-dates',
  title: 'Exclusion has more sessions than its dates have',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['sessions', 'startDate', 'endDate'],
  help: 'Ask the school for the length in sessions and for the last day; a school day is two sessions.',
  source: byDefinition('exclusion'),
  broken: ({ sessions, startDate, endDate, startSession, endSession, school }, { calendar }) => {
    if (sessions === undefined || startDate === undefined || endDate === undefined) return false;
    if (!isIsoDate(startDate) || !isIsoDate(endDate) || endDate < startDate) return false;
    const span = epochDay(endDate) - epochDay(startDate) + 1;
    if (span > LONGEST) return false;
    const days = calendar.schoolDaysBetween(startDate, endDate, school);
    const cut = (startSession === 'PM' ? 1 : 0) + (endSession === 'AM' ? 1 : 0);
    return sessions > Math.max(days * 2 - cut, 0);
  },
});
