import { activityElements, type NccisTextField } from './nccis-elements.js';
import type { NccisActivityFields, NccisYoungPerson } from './young-person.js';

/** One column of the flat CSV: its heading, and where in a person its cell stands. */
export interface NccisCsvColumn {
  readonly heading: string;
  readonly read: (person: NccisYoungPerson) => string | undefined;
  readonly write: (person: NccisYoungPerson, cell: string) => void;
}

const text = (heading: string, field: NccisTextField): NccisCsvColumn => ({
  heading,
  read: (person) => person[field],
  write: (person, cell) => {
    person[field] = cell;
  },
});

const activity = (heading: string, field: keyof NccisActivityFields): NccisCsvColumn => ({
  heading,
  read: (person) => person.activity?.[field],
  write: (person, cell) => {
    (person.activity ??= {})[field] = cell;
  },
});

const guarantee = (
  heading: string,
  year: 'guaranteeYear11' | 'guaranteeYear12',
  field: 'guaranteeStatus' | 'leaCode',
): NccisCsvColumn => ({
  heading,
  read: (person) => person[year]?.[field],
  write: (person, cell) => {
    (person[year] ??= {})[field] = cell;
  },
});

/** Between several characteristics in the one cell that there is for them (unconfirmed: the public samples have one at most). */
const SEVERAL = ';';

/**
 * The columns of the flat CSV in their order, 43 of them. `GuaranteeStatus` and `LEACode` stand there twice: Year 11, then Year
 * 12. It has no middle name and no youth contract. Source: the public samples of 2019.
 */
export const nccisCsvColumns: readonly NccisCsvColumn[] = [
  text('YoungPersonsID', 'youngPersonsId'),
  text('CohortStatus', 'cohortStatus'),
  text('GivenName', 'givenName'),
  text('Surname', 'familyName'),
  text('Gender', 'gender'),
  text('DOB', 'dob'),
  text('AddressLine1', 'addressLine1'),
  text('AddressLine2', 'addressLine2'),
  text('AddressLine3', 'addressLine3'),
  text('AddressLine4', 'addressLine4'),
  text('Town', 'town'),
  text('County', 'county'),
  text('Postcode', 'postcode'),
  text('Ethnicity', 'ethnicity'),
  text('LeadLEA', 'leadLea'),
  text('EducatedLEA', 'educatedLea'),
  text('TransferredToLACode', 'transferredToLaCode'),
  text('LEACodeAtYear11', 'leaCodeAtYear11'),
  text('UniqueLearnerNo', 'uniqueLearnerNo'),
  text('UniquePupilNumber', 'uniquePupilNumber'),
  text('GuaranteeStatusIndicator', 'guaranteeStatusIndicator'),
  text('PreviousYPIDIdentifier', 'previousYpidIdentifier'),
  text('LevelOfNeedCode', 'levelOfNeedCode'),
  text('SENDFlag', 'sendFlag'),
  text('SENSupportFlag', 'senSupportFlag'),
  ...activityElements.map(([element, field]) =>
    activity(element === 'NEETStartDate' ? 'NeetStartDate' : element, field),
  ),
  text('IntendedDestinationYr11', 'intendedDestinationYr11'),
  {
    heading: 'CharacteristicCode',
    read: ({ characteristics }) => characteristics?.join(SEVERAL),
    write: (person, cell) => {
      const codes = cell.split(/[;,\s]+/).filter((code) => code !== '');
      if (codes.length > 0) person.characteristics = codes;
    },
  },
  guarantee('GuaranteeStatus', 'guaranteeYear11', 'guaranteeStatus'),
  guarantee('LEACode', 'guaranteeYear11', 'leaCode'),
  guarantee('GuaranteeStatus', 'guaranteeYear12', 'guaranteeStatus'),
  guarantee('LEACode', 'guaranteeYear12', 'leaCode'),
];

/** Fields that the XML has and the flat CSV hasn't. */
export const extraCsvColumns: readonly NccisCsvColumn[] = [
  text('MiddleName', 'middleName'),
  text('YouthContractIndicator', 'youthContractIndicator'),
  text('YouthContractStartDate', 'youthContractStartDate'),
];
