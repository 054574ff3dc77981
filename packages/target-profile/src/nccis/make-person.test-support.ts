import fc from 'fast-check';
import { activityElements, levelOfNeed, personalDetails } from './nccis-elements.js';
import type { NccisHeader, NccisYoungPerson } from './young-person.js';

export const header: NccisHeader = {
  databaseIds: ['999'],
  sourceLeas: ['999', '998'],
  dateOfSend: '2026-11-03',
  periodEnd: '2026-10-31',
  supplierName: 'Rollbook',
  supplierXmlVersion: '1.0',
  xmlSchemaVersion: '1.0',
};

/** Text as a return may have it: trimmed, not empty, of characters that XML and CSV can hold. */
const text = fc
  .stringMatching(/^[ -~äëÉ’ſ中]{1,20}$/u)
  .map((value) => value.trim())
  .filter((value) => value !== '' && !/^[=+\-@']/.test(value));

const some = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, text])), { requiredKeys: [] });

const guarantee = fc
  .record({ guaranteeStatus: text, leaCode: text }, { requiredKeys: [] })
  .filter((value) => Object.keys(value).length > 0);

/** Any young person that a file of the newest version can hold. */
export const anyPerson: fc.Arbitrary<NccisYoungPerson> = fc
  .tuple(
    some([...personalDetails, ...levelOfNeed].map(([, field]) => field)),
    fc.record(
      {
        guaranteeYear11: guarantee,
        guaranteeYear12: guarantee,
        characteristics: fc.array(fc.stringMatching(/^\d{3}$/), { minLength: 1, maxLength: 4 }),
        activity: some(activityElements.map(([, field]) => field)),
        intendedDestinationYr11: text,
      },
      { requiredKeys: [] },
    ),
  )
  .map(([texts, others]) => ({ ...texts, ...others }));

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}
