import { pupilsOf } from '../../across-schools.js';
import type { Pupil } from '@rollbook/model';
import { isBlank } from '../../blank.js';
import { storeRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

const knows = (pupil: Pupil, other: Pupil): boolean =>
  other.upn !== undefined && pupil.formerUpns?.includes(other.upn) === true;

export const pupilTwoUpns = storeRule({
  code: 'pupil-two-upns',
  title: 'Pupil with the same name, date of birth and sex has another UPN at another school',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['upn', 'formerUpns'],
  by: 'identity',
  help: 'Ask the schools whether this is one pupil; if so, the first permanent UPN stays and the other becomes a former one.',
  source: ownRule('DfE, Unique pupil numbers, guide for schools and local authorities', 'duplicate UPNs'),
  broken: (person) => {
    const [first, ...others] = pupilsOf(person).filter(({ upn }) => !isBlank(upn));
    const record =
      first &&
      others.find((other) => other.upn !== first.upn && !knows(first, other) && !knows(other, first));
    return record && { record };
  },
});
