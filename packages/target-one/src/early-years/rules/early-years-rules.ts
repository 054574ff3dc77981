import { pupilKey, schoolKey } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import type { EarlyYearsTerm } from '../census-terms.js';
import { type EarlyYearsChild, type EarlyYearsSettingChildren, isFunded } from '../child.js';
import { countByAge, countsOf } from '../counts.js';
import type { EarlyYearsSetting } from '../setting.js';
import { childRules } from './child-rules.js';
import { fundingRules } from './funding-rules.js';
import { hoursRules } from './hours-rules.js';
import { type Broken, type EarlyYearsRule, holdsOn } from './rule.js';
import { settingRules } from './setting-rules.js';

/** All rules of the early years census that look at one setting or one child, each code once. */
export const earlyYearsRules: readonly EarlyYearsRule[] = [
  ...settingRules,
  ...childRules,
  ...hoursRules,
  ...fundingRules,
];

/**
 * What the rules find at one setting: its own issues first, then those of its funded children in their order. Children
 * without funded hours stand in no return and are passed over. `place.path` is `/500001` and `/500001/3` (the third of the
 * children given); messages hold no data, `value` may.
 */
export function* checkEarlyYearsSetting(
  { setting, children }: EarlyYearsSettingChildren,
  term: EarlyYearsTerm,
): Generator<Issue, void, undefined> {
  const rules = earlyYearsRules.filter((rule) => holdsOn(rule, term.referenceDate));
  const subject = {
    setting,
    counts: countsOf(setting, children, term),
    funded: countByAge(children, term, 'funded'),
  };
  for (const rule of rules) {
    if (rule.level !== 'setting') continue;
    const broken = rule.broken(subject, { term });
    if (broken !== false) yield issueOf(rule, broken, setting);
  }
  for (const [index, child] of children.entries()) {
    if (!isFunded(child)) continue;
    for (const rule of rules) {
      if (rule.level !== 'child') continue;
      const broken = rule.broken({ child, setting }, { term });
      if (broken !== false) yield issueOf(rule, broken, setting, { child, index });
    }
  }
}

function issueOf(
  { code, severity, message, help, field }: EarlyYearsRule,
  broken: Exclude<Broken, false>,
  { urn }: EarlyYearsSetting,
  of?: { readonly child: EarlyYearsChild; readonly index: number },
): Issue {
  const pupil = of && pupilKey(of.child);
  const school = schoolKey({ urn });
  return {
    code,
    severity,
    message,
    place: { path: of === undefined ? `/${urn}` : `/${urn}/${of.index + 1}` },
    field,
    ...(broken === true ? {} : { value: String(broken.value) }),
    help,
    ...(of === undefined
      ? school && { record: { kind: 'school', key: school } }
      : pupil && { record: { kind: 'pupil', key: pupil } }),
  };
}
