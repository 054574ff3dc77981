import { isBlank } from '../../blank.js';
import { recordRule } from '../../rule.js';
import { census } from '../../sources.js';

export const dwellingAlone = recordRule({
  code: '2380',
  title: 'Address has a house or flat but no street, locality, town or area',
  severity: 'query',
  kinds: ['pupil', 'contact'],
  fields: ['address.street', 'address.paon', 'address.saon'],
  help: 'Ask the school for the street and town.',
  source: census(2380),
  broken: ({ address }) =>
    address !== undefined &&
    !(isBlank(address.paon) && isBlank(address.saon)) &&
    isBlank(address.street) &&
    isBlank(address.locality) &&
    isBlank(address.town) &&
    isBlank(address.administrativeArea) &&
    isBlank(address.postTown),
});
