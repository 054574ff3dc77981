import { decodeText } from '../store-text.js';
import { matchingRules, type MatchingRules, type MatchingSettings } from './settings.js';

/** The rules for a school as the store's columns have it, each worked out once. */
export function schoolRules(settings: MatchingSettings): (school: string) => MatchingRules {
  const known = new Map<string, MatchingRules>();
  return (school) => {
    let rules = known.get(school);
    if (!rules)
      known.set(school, (rules = matchingRules(settings, school === '' ? null : decodeText(school))));
    return rules;
  };
}
