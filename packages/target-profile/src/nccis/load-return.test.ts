import { createLoader, openPgliteStore, type Store } from '@rollbook/loader';
import { collect, openSource } from '@rollbook/parser-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { peopleOf, youngPeople } from '../snapshot/young-people.js';
import { activityDetailsOf } from './activity-details.js';
import { header, textOf } from './make-person.test-support.js';
import { collectNccis } from './nccis-item.js';
import { nccisParser } from './nccis-parser.js';
import { readNccisXml } from './read-nccis-xml.js';
import { writeNccisXml } from './write-nccis-xml.js';
import type { NccisYoungPerson } from './young-person.js';

let store: Store;
beforeAll(async () => {
  store = await openPgliteStore('memory://');
}, 60_000);
afterAll(() => store.close());

const person: NccisYoungPerson = {
  youngPersonsId: '9990000000001',
  cohortStatus: 'P',
  givenName: 'Ada',
  familyName: 'Lowe',
  addressLine1: '1 Low Street',
  town: 'Testville',
  postcode: 'ZZ99 9ZZ',
  gender: 'F',
  dob: '2009-11-20',
  leadLea: '856',
  educatedLea: '856',
  uniquePupilNumber: 'K999499921001',
  guaranteeStatusIndicator: 'N',
  levelOfNeedCode: '3',
  activity: {
    activityCode: '210',
    startDate: '2026-09-01',
    dateAscertained: '2026-09-10',
    dateVerified: '2026-10-01',
    dueToLapseDate: '2027-03-01',
    currencyLapsed: 'N',
    establishmentNumber: '8564001',
    predictedEndDate: '2027-07-31',
  },
};

it('a return that is loaded comes out of the store as it went in', { timeout: 60_000 }, async () => {
  const loader = createLoader({ store });
  const text = await textOf(writeNccisXml(header, [person]));
  const source = await openSource(Buffer.from(text));
  expect((await collect(nccisParser.parse(source))).issues.map(({ code }) => code)).toEqual([
    'nccis-spelling',
  ]);
  const loaded = await loader.load({ source: await openSource(Buffer.from(text)), parser: nccisParser });
  expect(loaded).toMatchObject({ received: 2, loaded: 2, quarantined: 0 });
  const again = await loader.load({
    source: await openSource(Buffer.from(text.replace('2026-11-03', '2026-11-04'))),
    parser: nccisParser,
  });
  expect(again).toMatchObject({ received: 2, unchanged: 2 });

  const people = youngPeople(loader.pupils(), {
    date: '2026-10-31',
    leadLa: '856',
    activityDetails: activityDetailsOf,
  });
  const issues: string[] = [];
  const written = await textOf(
    writeNccisXml(
      header,
      peopleOf(people, ({ code }) => issues.push(code)),
    ),
  );
  const back = await collectNccis(readNccisXml(await openSource(Buffer.from(written))));
  expect(back.people.map((one) => one.person)).toEqual([person]);
  expect(issues).toEqual([]);
});
