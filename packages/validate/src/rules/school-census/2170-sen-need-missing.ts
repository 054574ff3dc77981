import { pupilRule } from '../../rule.js';
import { currentSenProvision } from '../../sen.js';
import { census } from '../../sources.js';
import { runsOn } from '../../spells.js';

/** Told once a pupil, of the provision in force. */
export const senNeedMissing = pupilRule({
  code: '2170',
  title: 'Pupil has SEN provision but no type of need',
  severity: 'query',
  kinds: ['sen-provision', 'sen-need'],
  fields: ['provision'],
  help: 'Ask the school for the type of need; NSA where SEN support awaits an assessment.',
  source: census(2170),
  broken: (group, { asOf }) => {
    const record = currentSenProvision(group, asOf);
    if (record === undefined || !['K', 'E', 'S'].includes(record.provision ?? '')) return undefined;
    const met = group.of('sen-need').some((need) => need.need !== undefined && runsOn(need, asOf));
    return met ? undefined : { record };
  },
});
