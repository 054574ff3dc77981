import type { NccisActivityFields, NccisHeader, NccisYoungPerson } from '../nccis/young-person.js';

export const header: NccisHeader = {
  databaseIds: ['999'],
  sourceLeas: ['856', '855'],
  dateOfSend: '2026-11-03',
  periodEnd: '2026-10-31',
};

/** In the sixth form, nothing wrong with it: academic age 16 on the period's end. */
export const right: NccisYoungPerson = {
  youngPersonsId: '9990000000001',
  cohortStatus: 'P',
  givenName: 'Ada',
  familyName: 'Lowe',
  addressLine1: '1 Low Street',
  town: 'Testville',
  postcode: 'ZZ99 9ZZ',
  gender: 'F',
  dob: '2009-11-20',
  ethnicity: 'WBRI',
  leadLea: '856',
  educatedLea: '856',
  leaCodeAtYear11: '856',
  uniqueLearnerNo: '1234567890',
  uniquePupilNumber: 'K999499921001',
  guaranteeStatusIndicator: 'Y',
  guaranteeYear11: { guaranteeStatus: '110', leaCode: '856' },
  levelOfNeedCode: '3',
  sendFlag: 'N',
  senSupportFlag: 'N',
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

type Of = { [K in keyof NccisYoungPerson]?: NccisYoungPerson[K] | undefined };

/** The right person with some fields otherwise; undefined takes one away. */
export function but(of: Of): NccisYoungPerson {
  const person: Record<string, unknown> = { ...right, ...of };
  for (const [name, value] of Object.entries(person))
    if (value === undefined) Reflect.deleteProperty(person, name);
  return person;
}

/** The right person with some fields of its activity otherwise. */
export function doing(
  of: { [K in keyof NccisActivityFields]?: string | undefined },
  person: Of = {},
): NccisYoungPerson {
  const activity: Record<string, unknown> = { ...right.activity, ...of };
  for (const [name, value] of Object.entries(activity))
    if (value === undefined) Reflect.deleteProperty(activity, name);
  return but({ ...person, activity });
}

/** Seeking work since the start of September. */
export const neet = (of: Parameters<typeof doing>[0] = {}, person: Of = {}): NccisYoungPerson =>
  doing(
    {
      activityCode: '619',
      neetStartDate: '2026-09-01',
      establishmentNumber: undefined,
      dueToLapseDate: undefined,
      predictedEndDate: undefined,
      ...of,
    },
    person,
  );

/** In Year 11. */
export const atSchool = (of: Parameters<typeof doing>[0] = {}, person: Of = {}): NccisYoungPerson =>
  doing(
    { activityCode: '110', predictedEndDate: undefined, ...of },
    {
      dob: '2010-11-20',
      guaranteeYear11: undefined,
      guaranteeStatusIndicator: 'N',
      leaCodeAtYear11: undefined,
      ...person,
    },
  );
