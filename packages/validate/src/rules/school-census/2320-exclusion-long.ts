import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** 45 school days of two sessions. */
const MOST_SESSIONS = 90;

export const exclusionLong = recordRule({
  code: '2320',
  title: 'Exclusion is longer than 90 sessions',
  severity: 'query',
  kinds: ['exclusion'],
  fields: ['sessions'],
  help: 'A school day is two sessions, and 45 days are the most of a school year: ask the school for the length.',
  source: census(2320),
  broken: ({ sessions }) => sessions !== undefined && sessions > MOST_SESSIONS,
});
