import { senProvisions, type SenProvision } from '@rollbook/model';
import { compareText } from './records-of.js';

/** What the return says of a young person's SEN. */
export interface SendStatus {
  /** Y with an education, health and care plan (E; before 2018 also a statement). */
  readonly sendFlag: 'Y' | 'N';
  /** Y with SEN support (K; before 2015 also action and action plus). Never Y together with `sendFlag` (rule 306). */
  readonly senSupportFlag: 'Y' | 'N';
  /** Whether there is a plan on the day, there was one before, or never. */
  readonly plan: 'current' | 'ceased' | 'none';
  /** Provisions that run on the day with a code that isn't one of that day; they count for nothing. */
  readonly unknown: readonly SenProvision[];
}

const WEIGHT: Readonly<Record<string, number>> = { plan: 2, support: 1, none: 0 };

function groupOn(record: SenProvision, date: string): string | undefined {
  if (record.provision === undefined) return undefined;
  const found = senProvisions.lookup(record.provision, date);
  return found.status === 'valid' ? found.entry.group : undefined;
}

/**
 * SEN of a young person on a day (`YYYY-MM-DD`), from the history of provisions. Of several that run, as when a school
 * doesn't end the one before, the one that started last counts; of the same day the plan, then support. No provision at
 * all is N for both, since schools send provisions only of those who have one (inferred).
 */
export function sendOn(provisions: readonly SenProvision[], date: string): SendStatus {
  const begun = provisions.filter(({ startDate }) => startDate === undefined || startDate <= date);
  const running = begun.filter(({ endDate }) => endDate === undefined || endDate >= date);
  const known = running
    .flatMap((record) => {
      const group = groupOn(record, date);
      return group === undefined ? [] : [{ group, startDate: record.startDate }];
    })
    .sort((a, b) => compareText(b.startDate, a.startDate) || (WEIGHT[b.group] ?? 0) - (WEIGHT[a.group] ?? 0));
  const group = known[0]?.group;
  const hadPlan = begun.some(
    (record) =>
      groupOn(record, record.endDate !== undefined && record.endDate < date ? record.endDate : date) ===
      'plan',
  );
  return {
    sendFlag: group === 'plan' ? 'Y' : 'N',
    senSupportFlag: group === 'support' ? 'Y' : 'N',
    plan: group === 'plan' ? 'current' : hadPlan ? 'ceased' : 'none',
    unknown: running.filter((record) => groupOn(record, date) === undefined),
  };
}
