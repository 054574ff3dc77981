import type { Address, Phone } from '@rollbook/model';
import { names } from './names/name-set.js';
import type { Random } from './random.js';

/**
 * Everything one could write or call to is out of use by design:
 *
 * - telephone numbers come from the two ranges that Ofcom keeps for drama and never allocates, 01632 960000 to
 *   960999 (no area) and 07700 900000 to 900999 (mobiles);
 * - email addresses are at example.org, example.com and example.net (RFC 2606);
 * - postcodes are of the area ZY, which Royal Mail does not have (of all areas in Z only ZE, Lerwick, exists), and
 *   which still has the form of BS 7666;
 * - towns, county and school names are invented; LA number 999 is no authority's, and 001 in UPNs is a pseudo LA
 *   (options.ts).
 */
const TOWNS = names(
  'Marlbridge,Oakhampstead,Nether Wickering,Saltby-on-the-Wold,Thornlow,Great Eddersley,St Osric,Kingsferry',
);
const LOCALITIES = names(
  "Eastfields,Mill End,Netherton Vale,Parson's Green Estate,The Hollows,Westcroft,Beacon Rise",
);
const STREETS = names(
  'Acacia,Albion,Ashgrove,Beech,Birchwood,Cathedral,Chapel,Church,Coronation,Elm,Farriers,Fieldfare,Granville,' +
    "Hawthorn,Highfield,Ivy,Jubilee,Kestrel,King's,Lavender,Linden,Manor,Meadow,Mill,Nightingale,Orchard,Park,Priory," +
    "Queen's,Rectory,Rosemary,Saxon,School,Springfield,St Mary's,Station,Tanners,Victoria,Wharf,Windmill,Yew Tree",
);
const STREET_TYPES = names('Road,Street,Avenue,Close,Drive,Lane,Way,Crescent,Gardens,Court,Grove,Terrace');
const HOUSE_NAMES = names(
  'The Old Rectory,Rose Cottage,Fairview,Orchard House,The Willows,Ty Gwyn,Pond Farm,Mill House',
);
const UNIT_LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';
const MAIL_DOMAINS = names('example.org,example.com,example.net');
export const COUNTY = 'Rollshire';

function postcode(random: Random, town: number): string {
  const unit =
    UNIT_LETTERS.charAt(random.below(UNIT_LETTERS.length)) +
    UNIT_LETTERS.charAt(random.below(UNIT_LETTERS.length));
  return `ZY${town * 3 + random.between(1, 3)} ${random.between(1, 9)}${unit}`;
}

/** An address by the parts of BS 7666 or, for three families in ten, by lines. */
export function makeAddress(random: Random): Address {
  const townIndex = random.below(TOWNS.length);
  const town = TOWNS[townIndex] as string;
  const street = `${random.pick(STREETS)} ${random.pick(STREET_TYPES)}`;
  const house = random.chance(0.05)
    ? random.pick(HOUSE_NAMES)
    : String(random.between(1, 220)) + (random.chance(0.06) ? 'A' : '');
  const flat = random.chance(0.12) ? `Flat ${random.between(1, 40)}` : undefined;
  const locality = random.chance(0.35) ? random.pick(LOCALITIES) : undefined;
  const rest = { county: COUNTY, postcode: postcode(random, townIndex) };
  if (random.chance(0.3)) {
    const lines = [flat, `${house} ${street}`, locality, town].filter((line) => line !== undefined);
    return { lines, ...rest };
  }
  return {
    ...(flat === undefined ? {} : { saon: flat }),
    paon: house,
    street,
    ...(locality === undefined ? {} : { locality }),
    town,
    postTown: town.toUpperCase(),
    ...rest,
  };
}

function threeDigits(random: Random): string {
  return String(random.below(1000)).padStart(3, '0');
}

export function mobilePhone(random: Random): Phone {
  const last = threeDigits(random);
  const form = random.below(10);
  const number = form === 0 ? `+44 7700 900${last}` : form < 4 ? `07700900${last}` : `07700 900${last}`;
  return { number, type: 'M' };
}

export function landline(random: Random, type: 'H' | 'W'): Phone {
  return { number: `01632 960${threeDigits(random)}`, type };
}

const LETTERS_WITHOUT_PARTS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
};
const LOCAL_PARTS = new Map<string, string>();

/** A name as part of an email address: lower case, letters of ASCII and hyphens only. */
function localPart(name: string): string {
  let part = LOCAL_PARTS.get(name);
  if (part === undefined) {
    part = name
      .toLowerCase()
      .replace(/[łøđıßæœðþ]/g, (letter) => LETTERS_WITHOUT_PARTS[letter] as string)
      .normalize('NFD')
      .replace(/[^a-z-]/g, '')
      .replace(/^-+|-+$/g, '');
    LOCAL_PARTS.set(name, part);
  }
  return part;
}

export function emailAddress(random: Random, forename: string, surname: string): string {
  const number = random.chance(0.3) ? String(random.between(1, 99)) : '';
  return `${localPart(forename)}.${localPart(surname)}${number}@${random.pick(MAIL_DOMAINS)}`;
}

const SCHOOL_SAINTS = names("St Osric's,St Hilda's,St Werburgh's,All Saints',Holy Trinity,St Chad's");

/** Name of a school by its number; the same number has the same name. */
export function schoolName(index: number, phase: 'Nursery' | 'Primary' | 'Secondary'): string {
  const turn = Math.floor(index / STREETS.length);
  const first = STREETS[index % STREETS.length] as string;
  if (index % 6 === 5)
    return `${SCHOOL_SAINTS[turn % SCHOOL_SAINTS.length] as string} ${first} CofE ${phase} School`;
  const place = turn === 0 ? '' : ` ${LOCALITIES[turn % LOCALITIES.length] as string}`;
  return `${first}${place} ${phase} School`;
}
