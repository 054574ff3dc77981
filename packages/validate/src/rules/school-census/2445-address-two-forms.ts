import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Information: a file may carry both, and a town beside lines is usual. */
export const addressTwoForms = recordRule({
  code: '2445',
  title: 'Address is given by lines and by parts as well',
  severity: 'info',
  kinds: ['pupil', 'contact'],
  fields: ['address.lines', 'address.paon', 'address.saon', 'address.street'],
  help: 'The census takes one of the two: house, street and town, or address lines.',
  source: census(2445),
  broken: ({ address }) =>
    address?.lines !== undefined &&
    !(isBlank(address.paon) && isBlank(address.saon) && isBlank(address.street)) &&
    address.lines.some((line) => !isBlank(line)),
});
