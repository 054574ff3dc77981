import { attendanceCodes } from '@rollbook/model';
import {
  type ColumnMeaning,
  commonHeadings,
  defineHeadings,
  headingKey,
  type HeadingLists,
  type HeadingTable,
  parseFieldKey,
} from '@rollbook/parser-kit';
import { keyStageResults } from './result-headings.js';

type Sections = HeadingTable['sections'];

/** Headings whose meaning in SIMS hangs on what stands beside them; `sections` below give it. */
const DEPENDENT = [
  'Surname',
  'Last Name',
  'Family Name',
  'Forename',
  'First Name',
  'Given Name',
  'Form',
  'Title',
];

const own = defineHeadings({
  always: {
    'pupil.supplierIds:primaryId': ['primary_id'],
    'pupil.supplierIds:personId': ['ID', 'PersonID', 'Person_ID', 'MisID', 'Student ID', 'Pupil ID'],
    'pupil.supplierIds:externalId': ['External ID'],
    'pupil.fullName': ['DisplayNameLegal', 'Legal Full Name', 'Chosen Full Name'],
    'pupil.middleNames': ['Legal Middle Name(s)'],
    'pupil.sex': ['GenderID'],
    'pupil.ethnicity': ['EthnicityCategory', 'Ethnicity Description'],
    'pupil.languages:H': ['Home Language'],
    'enrolment.admissionNumber': ['AdmissionNo', 'Admission Number (SIMS)'],
    'looked-after.inCare': ['InLeaCare'],
    'looked-after.careAuthority': ['LeaCareAuthority', 'LA Care Authority'],
    'extension.keep': [
      // Ids of rows, joined by commas: of what, the report alone knows
      'multiple_id',
      'Year taught in Code',
      'Destination',
      'Destination School',
      'Birth Certificate Seen',
      'Emergency Consent',
      'Group',
      'Main',
      'Admission Group',
      'BaseGroupID',
      'subcode',
      'Parental Salutation',
      'H/M/L Prior Attainment',
      'Prior Attainment (KS2)',
      'Forecasted',
      'Target',
      'Progress',
      'Above / Below',
    ],
  },
  sections: [
    // What begins with "Legal" wins over what does not
    {
      name: 'names beside legal and preferred ones',
      needs: [['pupil.surname'], ['pupil.preferredSurname']],
      headings: { 'extension.keep': ['Surname', 'Last Name', 'Family Name'] },
    },
    {
      name: 'surname beside the legal one',
      needs: [['pupil.surname']],
      headings: { 'pupil.preferredSurname': ['Surname', 'Last Name', 'Family Name'] },
    },
    {
      name: 'surname',
      needs: [['pupil.surname']],
      headings: { 'pupil.surname': ['Surname', 'Last Name', 'Family Name'] },
    },
    {
      name: 'forename beside the legal one',
      needs: [['pupil.forename']],
      headings: { 'extension.keep': ['Forename', 'First Name', 'Given Name'] },
    },
    {
      name: 'forename',
      needs: [['pupil.forename']],
      headings: { 'pupil.forename': ['Forename', 'First Name', 'Given Name'] },
    },
    {
      name: 'form beside the registration group',
      needs: [['enrolment.registrationGroup']],
      headings: { 'extension.keep': ['Form'] },
    },
    {
      name: 'registration group',
      needs: [['enrolment.registrationGroup']],
      headings: { 'enrolment.registrationGroup': ['Form'] },
    },
    {
      name: 'contacts, one a row',
      needs: [['contact.surname', 'contact.fullName']],
      // Where contacts stand side by side with numbers, what has none is the pupil's
      evidence: /^\s*contact ?(?:legal ?)?(?:sur|last ?|fore|first ?|full ?)?name\s*$/im,
      headings: {
        'contact.title': ['Title'],
        'contact.phones:H': ['Home Telephone', 'Home Phone'],
        'contact.phones:M': ['Mobile Telephone', 'Mobile', 'Mobile Phone'],
        'contact.phones:W': ['Work Telephone', 'Work Phone'],
        'contact.phones': ['Telephone', 'Primary Telephone'],
        'contact.emails:H': ['Personal Email', 'Home Email'],
        'contact.emails:W': ['Work Email'],
        'contact.emails': ['Email', 'Email Address', 'Primary Email'],
      },
    },
  ],
});

/** What SIMS has in the tables that any system has. */
const beside: Readonly<Record<string, HeadingLists>> = {
  'strings of marks': { 'extension.keep': ['Attendance Year', 'Academic Year'] },
  'attendance marks': { 'extension.keep': ['Type'] },
  'suspensions and exclusions': {
    'extension.keep': ['Review Date', 'Appeal Date', 'Hearing Date', 'Appeal Result'],
  },
  results: {
    'assessment-result.subject': ['Title', 'Option Title'],
    'assessment-result.method': ['Qualification', 'Level'],
    // An aspect has one result in each result set
    'assessment-result.component': ['Result Set', 'Result Set Name'],
    'extension.keep': ['Option Code', 'Entry Code', 'Element', 'Series', 'Season'],
  },
  'sums of attendance': {
    ...Object.fromEntries(
      attendanceCodes.codes.map((code) => [`attendance-summary.sessionsByCode:${code}`, [code]] as const),
    ),
    'extension.keep': ['Approved Ed. Activity'],
  },
  pupils: { 'extension.keep': ['Title'] },
};

function extend(sections: Sections): Sections {
  return sections.map((section) => {
    const headings = new Map(section.headings);
    for (const [field, list] of Object.entries(beside[section.name] ?? {})) {
      // `\` alone is a code, which a parameter after the colon may be
      const meaning: ColumnMeaning = parseFieldKey(field);
      for (const heading of list ?? []) headings.set(headingKey(heading), meaning);
    }
    return { ...section, headings };
  });
}

function build(): HeadingTable {
  const always = new Map(commonHeadings.always);
  for (const heading of DEPENDENT) always.delete(headingKey(heading));
  for (const [key, meaning] of [...keyStageResults, ...own.always]) always.set(key, meaning);
  return {
    always,
    contact: commonHeadings.contact,
    sections: [...own.sections, ...extend(commonHeadings.sections)],
  };
}

/** Captions that SIMS's reports have had, with what their columns mean: docs/formats/sims.md. */
export const simsHeadings: HeadingTable = build();
