import { commonHeadings, type HeadingLists, type HeadingSection } from '@rollbook/parser-kit';
import { headingsIn, whereHeadings, withoutHeadings } from './heading-tools.js';

/**
 * Headings that both products use without saying whose: the pupil's in a list of pupils, the contact's in one of
 * contacts. These are their meanings where no other section of a table takes them.
 */
export const bareHeadings: HeadingLists = {
  'pupil.surname': ['Surname', 'Last Name', 'Family Name'],
  'pupil.forename': ['Forename', 'First Name', 'Given Name', 'Forename(s)'],
  'pupil.fullName': ['Name', 'Full Name', 'Surname Forename', 'Display Name', 'Pupil', 'Student'],
  'pupil.middleNames': ['Middle Name', 'Middle Names', 'Middle Name(s)', 'Middle'],
  'pupil.sex': ['Sex', 'Gender', 'M/F'],
  'pupil.ethnicity': ['Ethnicity'],
  'pupil.languages:F': ['Language Code'],
  'pupil.address.lines': ['Home Address', 'Address', 'Full Address', 'Address Block'],
  'pupil.address.line1': ['Address Line 1', 'Address 1'],
  'pupil.address.line2': ['Address Line 2', 'Address 2'],
  'pupil.address.line3': ['Address Line 3', 'Address 3'],
  'pupil.address.line4': ['Address Line 4', 'Address 4'],
  'pupil.address.line5': ['Address Line 5', 'Address 5'],
  'pupil.address.saon': ['Flat', 'Apartment', 'SAON'],
  'pupil.address.paon': ['House Number', 'House Name', 'House No', 'PAON'],
  'pupil.address.street': ['Street', 'Road'],
  'pupil.address.locality': ['Locality', 'District'],
  'pupil.address.town': ['Town', 'City'],
  'pupil.address.county': ['County'],
  'pupil.address.postcode': ['Postcode', 'Post Code'],
  'pupil.address.country': ['Country'],
  'enrolment.yearGroup': ['Year', 'Yr'],
  'enrolment.entryDate': ['Entry Date'],
  'enrolment.leavingDate': ['Leaving Date'],
  'enrolment.leavingReason': ['Leaving Reason'],
  'looked-after.inCare': ['LAC'],
  'school.name': ['School Name', 'School'],
  'school.la': ['LA Number', 'LA'],
  'school.establishment': ['School Number'],
  'school.urn': ['URN'],
  'extension.keep': ['Title', 'Notes', 'Class', 'Course', 'Status', 'Number', 'Type'],
};

/** The everyday headings but for those that say too little alone. */
export const plainHeadings = withoutHeadings(commonHeadings, headingsIn(bareHeadings));

/**
 * Numbers that schools know pupils by. They are ids, since every table has one; in a list of pupils they are the
 * admission number too, see {@link admissionNumbers}.
 */
export const numberHeadings: readonly string[] = [
  'Admission Number',
  'Admission No',
  'Admission Num',
  'Admission',
  'Adm No',
  'Adno',
  'Admin No',
  'Admin Number',
  'Student Admission Number',
  'Roll Number',
  'Student Code',
];

/** Takes what is left, last of a supplier's own sections. */
export const bareSection: HeadingSection = { name: 'pupils', needs: [], headings: bareHeadings };

/** Words that make `Surname` in a file with contacts the pupil's, or name the contact in another way. */
const OTHER_NAMES = [
  'LegalSurname',
  'Legal Last Name',
  'Learner Surname',
  'Learner Name',
  'Student Surname',
  'Student Name',
  'Student Last Name',
  'Pupil Surname',
  'Pupil Name',
  'Contact Surname',
  'Contact Last Name',
  'Contact Name',
  'Contact Full Name',
  'Contact 1 Surname',
  'Contact 1 Name',
];
const CONTACT_SIGNS = [
  'ContactId',
  'ContactCode',
  'ConPriority',
  'Contact Priority',
  'EmergencyContactLevel',
];

const ofContact: HeadingLists = {
  'contact.priority': ['Priority'],
  'contact.title': ['Title'],
  'contact.middleNames': ['Middle Name', 'Middle Names'],
  'contact.sex': ['Gender', 'Sex'],
  'contact.phones': ['Number', 'Telephone', 'Phone', 'Telephone Number'],
  'contact.phones:H': ['Home Telephone', 'Home Phone'],
  'contact.phones:M': ['Mobile', 'Mobile Phone', 'Mobile Telephone'],
  'contact.phones:W': ['Work Telephone', 'Work Phone'],
  'contact.emails': ['Email', 'Email Address'],
  'contact.emails:W': ['Work Email'],
  'contact.address.lines': ['Home Address', 'Address'],
  'contact.address.line1': ['Address Line 1', 'Address 1'],
  'contact.address.line2': ['Address Line 2', 'Address 2'],
  'contact.address.line3': ['Address Line 3', 'Address 3'],
  'contact.address.line4': ['Address Line 4', 'Address 4'],
  'contact.address.line5': ['Address Line 5', 'Address 5'],
  'contact.address.saon': ['Flat'],
  'contact.address.paon': ['House Number', 'House Name'],
  'contact.address.street': ['Street'],
  'contact.address.locality': ['Locality'],
  'contact.address.town': ['Town'],
  'contact.address.county': ['County'],
  'contact.address.postcode': ['Postcode', 'Post Code'],
  'contact.address.country': ['Country'],
  'extension.keep': ['Type', 'Notes'],
};

/** Lists of contacts, in which the pupil is but a number: names and addresses are the contact's. */
export const contactSections: readonly HeadingSection[] = [
  {
    name: 'relationships by code',
    needs: [['contact.relationship']],
    headings: { 'extension.keep': ['Relationship Name'] },
  },
  {
    name: 'contacts by number',
    needs: [['contact.surname', 'contact.fullName']],
    evidence: whereHeadings(CONTACT_SIGNS, OTHER_NAMES),
    headings: {
      'contact.surname': ['Surname', 'Last Name', 'Family Name'],
      'contact.forename': ['Forename', 'First Name'],
      'contact.fullName': ['Name', 'Full Name'],
      'contact.relationship': ['Relationship Name'],
    },
  },
  {
    // A house beside a street, and a telephone number otherwise
    name: 'house numbers of contacts',
    needs: [['contact.surname', 'contact.fullName']],
    evidence: whereHeadings(['Street'], OTHER_NAMES),
    headings: { 'contact.address.paon': ['Number'] },
  },
  {
    name: 'contacts',
    needs: [['contact.surname', 'contact.fullName']],
    evidence: whereHeadings(CONTACT_SIGNS, OTHER_NAMES),
    headings: ofContact,
  },
  {
    name: 'links to contacts',
    needs: [['contact.supplierIds'], ['contact.priority']],
    headings: { 'contact.priority': ['Priority'] },
  },
];
