import { isBlank } from '../../blank.js';
import { pupilRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Information. Of pupils no longer on roll the census asks for postcode and UPRN alone. */
export const addressShort = pupilRule({
  code: '2350',
  title: 'Address has neither lines nor a street, town or the like',
  severity: 'info',
  kinds: ['pupil', 'enrolment'],
  fields: ['address.lines', 'address.street'],
  help: 'Ask the school for the address: lines, or house, street and town.',
  source: census(2350),
  broken: (group) => {
    const address = group.pupil?.address;
    if (group.pupil === undefined || address === undefined) return undefined;
    const enrolments = group.of('enrolment');
    if (enrolments.length > 0 && enrolments.every(({ current }) => current === false)) return undefined;
    const { lines, street, locality, town, administrativeArea, postTown } = address;
    const isTold =
      !(isBlank(street) && isBlank(locality) && isBlank(town)) ||
      !(isBlank(administrativeArea) && isBlank(postTown)) ||
      lines?.some((line) => !isBlank(line)) === true;
    return isTold ? undefined : { record: group.pupil };
  },
});
