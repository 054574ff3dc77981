import { pupilsOf } from '../../across-schools.js';
import type { Pupil } from '@rollbook/model';
import { foldName } from '../../person.js';
import { storeRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Which of the four identifiers both have and differ in. */
function differences(a: Pupil, b: Pupil): number {
  let count = 0;
  if (a.surname && b.surname && foldName(a.surname) !== foldName(b.surname)) count++;
  if (a.forename && b.forename && foldName(a.forename) !== foldName(b.forename)) count++;
  if (a.birthDate && b.birthDate && a.birthDate !== b.birthDate) count++;
  if (a.sex && b.sex && a.sex !== b.sex) count++;
  return count;
}

export const upnShared = storeRule({
  code: 'upn-shared',
  title: 'Two pupils who differ clearly have one UPN',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['upn', 'surname', 'forename', 'birthDate', 'sex'],
  by: 'upn',
  help: 'Ask both schools which pupil the UPN was given to; the other needs one of its own.',
  source: byDefinition('pupil'),
  broken: (person) => {
    const [first, ...others] = pupilsOf(person);
    const record = first && others.find((other) => differences(first, other) > 1);
    return record && { record };
  },
});
