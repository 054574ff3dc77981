import type { YouthParticipation } from '@rollbook/model';
import { activityElements } from './nccis-elements.js';
import type { NccisActivityFields } from './young-person.js';

/**
 * What a return said of an activity and the canonical record has no field for, from where `youngPersonToRecords` keeps it:
 * the option `activityDetails` of a snapshot, so that a return that was loaded is written again with its dates of
 * verification and review.
 */
export function activityDetailsOf({ extensions = {} }: YouthParticipation): Partial<NccisActivityFields> {
  const details: Partial<NccisActivityFields> = {};
  for (const [, field] of activityElements) {
    // Whether it has lapsed is a matter of the day, and not of the one on which it was sent.
    if (field === 'currencyLapsed') continue;
    const value = extensions[field];
    if (typeof value === 'string') details[field] = value;
  }
  return details;
}
