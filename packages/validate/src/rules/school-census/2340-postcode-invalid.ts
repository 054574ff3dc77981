import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

/** Royal Mail's six patterns of outward code and the inward code; GIR 0AA is historic and left out. */
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}$/i;

/** Only information when it is missing: an address may be abroad or withheld. */
export const postcodeInvalid = recordRule({
  code: '2340',
  title: 'Postcode is missing from the address, or not of the form of a postcode',
  severity: 'query',
  kinds: ['pupil', 'contact'],
  fields: ['address.postcode'],
  help: 'Look the address up at Royal Mail; the letter O and the digit 0 are often mixed up.',
  source: census(2340),
  broken: ({ address }) => {
    if (address === undefined) return undefined;
    const { postcode } = address;
    if (postcode === undefined || isBlank(postcode)) return { severity: 'info' };
    return !POSTCODE.test(postcode);
  },
});
