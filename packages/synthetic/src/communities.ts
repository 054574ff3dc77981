import * as lists from './names/index.js';
import type { NameSet } from './names/index.js';
import { Weighted } from './random.js';

/** What goes together in a family: ethnicity code, names, and languages at home. */
export interface Community {
  /** DfE ethnicity code, main or extended. */
  readonly ethnicity: string;
  readonly names: Weighted<NameSet>;
  /** DfE language codes. */
  readonly languages: Weighted<string>;
}

type Share<T> = T | readonly (readonly [T, number])[];

function weighted<T>(share: Share<T>): Weighted<T> {
  return new Weighted(
    Array.isArray(share) ? (share as readonly (readonly [T, number])[]) : [[share as T, 1]],
  );
}

const { english, celtic, caribbean, southAsianMuslim, indian, westAfrican, eastAndSouthernAfrican } = lists;

/**
 * Ethnicity, names and languages with their weight in 1,000 pupils.
 *
 * The weights are rounded from what the DfE publishes for England's state-funded schools ("Schools, pupils and
 * their characteristics", academic year 2024/25: ethnicity, first language), so that about one pupil in five has
 * English as an additional language. They are there to look right, not to be quoted.
 */
// A row a community reads better than prettier's line a code
// prettier-ignore
const COMMUNITIES: readonly (readonly [ethnicity: string, weight: number, names: Share<NameSet>, languages: Share<string>])[] = [
  ['WBRI', 594, [[english, 9], [celtic, 1]], [['ENG', 200], ['BSL', 1]]],
  ['WENG', 12, english, 'ENG'],
  ['WIRI', 3, celtic, 'ENG'],
  ['WIRT', 1, lists.traveller, 'ENG'],
  ['WROM', 4, lists.roma, [['RMNR', 3], ['SLO', 2], ['ENG', 3]]],
  ['WEEU', 25, [[lists.polish, 5], [lists.baltic, 2], [lists.ukrainian, 3]],
    [['POL', 5], ['LIT', 2], ['UKR', 3], ['ENG', 2]]],
  ['WOTH', 35, [[lists.romanian, 4], [lists.iberian, 3], [lists.otherEuropean, 3], [lists.albanian, 1]],
    [['RMN', 5], ['POR', 3], ['SPA', 2], ['ITA', 1], ['ENG', 3], ['ALB', 1], ['GER', 1], ['FRN', 1], ['HUN', 1], ['BUL', 1]]],
  ['WTUR', 5, lists.turkish, [['TUR', 4], ['ENG', 2]]],
  ['MWBC', 17, [[caribbean, 1], [english, 1]], 'ENG'],
  ['MWBA', 9, [[westAfrican, 1], [english, 1]], [['ENG', 9], ['FRN', 1]]],
  ['MWAS', 17, [[southAsianMuslim, 1], [indian, 1], [english, 2]], [['ENG', 9], ['URD', 1]]],
  ['MOTH', 25, [[english, 2], [lists.iberian, 1], [lists.middleEastern, 1], [lists.vietnamese, 1]],
    [['ENG', 4], ['SPA', 1], ['ARA', 1]]],
  ['AIND', 42, indian, [['GUJ', 3], ['PNJ', 3], ['HIN', 1], ['TAM', 1], ['TEL', 1], ['ENG', 6]]],
  ['APKN', 45, southAsianMuslim, [['URD', 5], ['PNJM', 2], ['PNJ', 2], ['PHR', 1], ['ENG', 6]]],
  ['ABAN', 19, southAsianMuslim, [['BNGS', 3], ['BNG', 3], ['ENG', 3]]],
  ['AOTH', 25, lists.otherAsian, [['TAM', 3], ['NEP', 1], ['PAT', 2], ['PRSD', 2], ['TGL', 1], ['ENG', 3]]],
  ['BCRB', 10, caribbean, 'ENG'],
  ['BAFR', 20, [[westAfrican, 3], [eastAndSouthernAfrican, 2]],
    [['ENG', 5], ['FRN', 1], ['AKA', 1], ['SHO', 1], ['SWA', 1]]],
  ['BNGN', 14, westAfrican, [['ENG', 5], ['YOR', 3], ['IGB', 1]]],
  ['BSOM', 12, eastAndSouthernAfrican, [['SOM', 5], ['ENG', 1]]],
  ['BOTH', 9, [[caribbean, 1], [westAfrican, 1]], [['ENG', 5], ['FRN', 1]]],
  ['CHNE', 9, lists.chinese, [['CHIC', 3], ['CHIM', 2], ['CHI', 1], ['ENG', 3]]],
  ['OOTH', 22, [[lists.middleEastern, 3], [lists.vietnamese, 1], [lists.iberian, 1]],
    [['ARA', 5], ['KUR', 2], ['PRS', 1], ['VIE', 1], ['ENG', 2]]],
  ['OARA', 4, lists.middleEastern, [['ARA', 5], ['ENG', 1]]],
  ['REFU', 10, [[english, 1], [southAsianMuslim, 1]], [['ENG', 3], ['ENB', 1]]],
  ['NOBT', 12, [[english, 2], [lists.otherEuropean, 1]], [['ENB', 1], ['OTB', 1]]],
];

export const communities = new Weighted<Community>(
  COMMUNITIES.map(([ethnicity, weight, names, languages]) => [
    { ethnicity, names: weighted(names), languages: weighted(languages) },
    weight,
  ]),
);
