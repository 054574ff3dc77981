/** What an option must name before an activity is written that tells of it. */
export type SensitiveTopic = 'characteristics' | 'sen';

/**
 * Activities whose code alone tells special category data: 620 and 630 go with the characteristics carer and parent
 * (rules 233, 234), 640, 650 and 670 are health, 660 is religion, 720 asylum (rule 236); 280 and 460 are only for those
 * with SEND (rules 254, 255). The list is ours (inferred), the DfE has none such.
 */
const TOPICS: ReadonlyMap<string, SensitiveTopic> = new Map<string, SensitiveTopic>([
  ['620', 'characteristics'],
  ['630', 'characteristics'],
  ['640', 'characteristics'],
  ['650', 'characteristics'],
  ['660', 'characteristics'],
  ['670', 'characteristics'],
  ['720', 'characteristics'],
  ['280', 'sen'],
  ['460', 'sen'],
]);

/** What an activity code tells beside the activity, or undefined. */
export function sensitiveTopic(activityCode: string): SensitiveTopic | undefined {
  return TOPICS.get(activityCode);
}

/** Custody, before and after 16: no special category of the law, and not for a list that goes round. */
const CUSTODY: ReadonlySet<string> = new Set(['130', '290', '710']);

/** Whether a code alone tells of health, SEN, family, asylum or custody. */
export function isTellingActivity(code: string | undefined): boolean {
  return code !== undefined && (sensitiveTopic(code) !== undefined || CUSTODY.has(code));
}
