import type { NccisActivityFields } from '../nccis/young-person.js';
import { activityFields, activityOfEnrolment, notKnownAfter } from './activity-fields.js';
import { activitiesOn, isTied, isUncoded, isUndated } from './activity-on.js';
import { sensitiveTopic } from './sensitive-activities.js';
import { present, type SnapshotDraft } from './snapshot-draft.js';

export interface ActivityPart {
  readonly fields?: NccisActivityFields;
  /** The activity tells what no option names; it is not given. */
  readonly sensitive?: true;
}

/** The activity of the day, or what the options put in its place. */
export function activityPart(draft: SnapshotDraft): ActivityPart {
  const { one, date, history, enrolments, leadLa, options, tell } = draft;
  for (const record of history) {
    if (isUndated(record)) tell('profile-activity-undated', 'startDate', undefined, record);
    if (isUncoded(record, date)) tell('profile-activity-uncoded', 'activity', undefined, record);
  }
  const [primary, second] = activitiesOn(history, date);
  if (primary === undefined) return inItsPlace(draft);
  if (second !== undefined && isTied(primary, second))
    tell('profile-activities-tied', 'activity', undefined, primary);
  const { fields, named } = activityFields(primary, { date, history, enrolments, leadLa });
  if (named) tell('profile-establishment-unknown', 'establishment', primary.establishment, primary);
  const detailed = present<NccisActivityFields>({ ...fields, ...options.activityDetails?.(primary, one) });
  const topic = sensitiveTopic(detailed.activityCode ?? '');
  if (topic === undefined || options[topic] === 'include') return { fields: detailed };
  tell('profile-activity-sensitive', 'activity', undefined, primary);
  return { sensitive: true };
}

function inItsPlace({ one, date, history, enrolment, options, tell }: SnapshotDraft): ActivityPart {
  const { birthDate } = one.pupil;
  if (options.activityFrom === 'enrolment' && enrolment !== undefined) {
    const fields = activityOfEnrolment(enrolment, birthDate, date);
    if (fields !== undefined) {
      tell('profile-activity-from-enrolment', 'activity', undefined, enrolment);
      return { fields };
    }
  }
  if (options.withoutActivity === 'not-known') {
    const fields = notKnownAfter(history, birthDate, date);
    if (fields !== undefined) {
      tell('profile-activity-not-known-follows', 'activity');
      return { fields };
    }
  }
  tell('profile-activity-missing', 'activity');
  return {};
}
