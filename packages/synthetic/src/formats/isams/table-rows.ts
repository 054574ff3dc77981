import type { SyntheticPupil, SyntheticSchool } from '../../school.js';
import { currentOf, ethnicityText, mobileOf, ncYear } from './batch-tree.js';

/** Columns of `TblPupilManagementPupils` that a saved query has. */
export const tableHeader = [
  'TblPupilManagementPupilsID',
  'txtSchoolCode',
  'txtSchoolID',
  'txtForename',
  'txtSurname',
  'txtMiddleNames',
  'txtPreName',
  'txtGender',
  'txtDOB',
  'intNCYear',
  'txtForm',
  'txtAcademicHouse',
  'txtType',
  'txtEnrolmentDate',
  'intSystemStatus',
  'txtMobileNumber',
  'txtUPN',
  'txtULN',
  'txtEthnicity',
];

/** Headings of the template for pupils' data. */
export const templateHeader = [
  'Id',
  'UPN',
  'ULN',
  'Forename',
  'Middle Names',
  'Surname',
  'Preferred Name',
  'DOB',
  'Gender',
  'Ethnic Group',
  'NC Year',
  'Form/Tutor Group',
  'Academic House',
  'Boarding House',
  'Enrolment Date',
  'Mobile Number',
];

const ids = ({ index }: SyntheticPupil) => ({
  id: String(index + 1),
  schoolId: String(100_000_000_001 + index),
});

/** Rows of the table; no value is the word NULL, as a query window saves it, and dates have a time. */
export function* tableRows(school: SyntheticSchool): Generator<string[], void, undefined> {
  for (const synthetic of school.pupils()) {
    const { pupil } = synthetic;
    const enrolment = currentOf(synthetic);
    const { id, schoolId } = ids(synthetic);
    const day = (date: string | undefined) => (date === undefined ? undefined : `${date} 00:00:00`);
    const boarder = enrolment?.boarder;
    yield [
      id,
      enrolment?.admissionNumber,
      schoolId,
      pupil.forename,
      pupil.surname,
      pupil.middleNames,
      pupil.preferredForename,
      pupil.sex,
      day(pupil.birthDate),
      ncYear(enrolment?.yearGroup),
      enrolment?.registrationGroup,
      enrolment?.house,
      boarder === undefined ? undefined : boarder === 'N' ? 'Day' : 'Boarder',
      day(enrolment?.entryDate),
      '1',
      mobileOf(pupil, 'M'),
      pupil.upn,
      pupil.uln,
      ethnicityText(pupil.ethnicity),
    ].map((cell) => cell ?? 'NULL');
  }
}

/** Rows of the template: dates are date cells, and the NC year is a number. */
export function* templateRows(
  school: SyntheticSchool,
): Generator<(string | number | Date | undefined)[], void, undefined> {
  for (const synthetic of school.pupils()) {
    const { pupil } = synthetic;
    const enrolment = currentOf(synthetic);
    const date = (day: string | undefined) => (day === undefined ? undefined : new Date(`${day}T00:00:00Z`));
    const year = ncYear(enrolment?.yearGroup);
    yield [
      ids(synthetic).id,
      pupil.upn,
      pupil.uln,
      pupil.forename,
      pupil.middleNames,
      pupil.surname,
      pupil.preferredForename,
      date(pupil.birthDate),
      pupil.sex,
      ethnicityText(pupil.ethnicity),
      year === undefined ? undefined : Number(year),
      enrolment?.registrationGroup,
      enrolment?.house,
      undefined,
      date(enrolment?.entryDate),
      mobileOf(pupil, 'M'),
    ];
  }
}
