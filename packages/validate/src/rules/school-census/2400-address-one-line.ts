import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Information: some files hold the whole address in one line. */
export const addressOneLine = recordRule({
  code: '2400',
  title: 'Address has one line alone',
  severity: 'info',
  kinds: ['pupil', 'contact'],
  fields: ['address.lines'],
  help: 'Ask the school for the other lines, such as the town.',
  source: census(2400),
  broken: ({ address }) => {
    if (address?.lines === undefined) return false;
    let told = 0;
    for (const line of address.lines) if (!isBlank(line)) told++;
    return (
      told === 1 &&
      isBlank(address.street) &&
      isBlank(address.locality) &&
      isBlank(address.town) &&
      isBlank(address.postTown) &&
      isBlank(address.administrativeArea) &&
      isBlank(address.county)
    );
  },
});
