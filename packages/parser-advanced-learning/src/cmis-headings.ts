import { defineHeadings, type HeadingSection, type HeadingTable } from '@rollbook/parser-kit';
import { bareSection, contactSections, numberHeadings, plainHeadings } from './bare-headings.js';
import { whereHeadings } from './heading-tools.js';

/** Sources of the names: docs/formats/advanced-learning.md. Columns of the database (C1 to C3) first in each list. */
const sections: readonly HeadingSection[] = [
  {
    name: 'absences and lates',
    needs: [['attendance-mark.date'], ['attendance-mark.code']],
    evidence: whereHeadings(['DAttr']),
    headings: {
      'attendance-mark.date': ['CDate', 'AttDate', 'Date'],
      'attendance-mark.code': ['DAttr'],
      'extension.keep': [
        'Descrip',
        'Name',
        'AttribType',
        'Excused',
        'IsAuth',
        'StatAbs',
        'Expl',
        'DType',
        'StartTime',
        'FinishTime',
      ],
    },
  },
  {
    name: 'assessment data',
    needs: [['pupil.supplierIds']],
    evidence: whereHeadings(['CriteriaData']),
    headings: {
      'extension.keep': [
        'RecordNum',
        'ExamId',
        'GroupId',
        'AssessId',
        'DeptId',
        'ModuleId',
        'LineNum',
        'CriteriaData',
      ],
    },
  },
  {
    name: 'SEN stages',
    needs: [['sen-provision.provision']],
    evidence: whereHeadings(['StageCode', 'StageId', 'StageDesc']),
    headings: { 'sen-provision.startDate': ['StartDate'], 'sen-provision.endDate': ['EndDate'] },
  },
  {
    name: 'SEN needs',
    needs: [['sen-need.need']],
    headings: { 'sen-need.need': ['Need'], 'sen-need.rank': ['Ranking'] },
  },
  {
    name: 'descriptions of contacts',
    needs: [['contact.relationship']],
    evidence: whereHeadings(['ContactId', 'ConPriority']),
    headings: { 'contact.relationship': ['Description'] },
  },
  ...contactSections,
  {
    name: 'year of the national curriculum',
    needs: [['enrolment.yearGroup']],
    headings: { 'extension.keep': ['Year'] },
  },
  {
    name: 'legal names',
    needs: [['pupil.surname', 'pupil.forename']],
    evidence: whereHeadings(['LegalSurname', 'LegalForename']),
    headings: { 'pupil.preferredSurname': ['Surname'], 'pupil.preferredForename': ['Forename'] },
  },
  bareSection,
];

/** What columns of CMIS are called, in dumps of tables and in reports. */
export const cmisHeadings: HeadingTable = defineHeadings(
  {
    always: {
      'pupil.upn': ['UniqueNum', 'Unique Number'],
      'pupil.surname': ['LegalSurname', 'Student Surname'],
      'pupil.forename': ['LegalForename', 'Student Forename'],
      'pupil.middleNames': ['Forename2'],
      'pupil.preferredForename': ['CalledName', 'Known As'],
      'pupil.sex': ['StuSex'],
      'pupil.supplierIds:studentId': ['StudentId', 'StuId'],
      'pupil.supplierIds:admissionNumber': numberHeadings,
      'enrolment.yearGroup': ['CourseYear', 'CrsYear', 'YearGroup'],
      'enrolment.registrationGroup': ['ClassGroupId', 'Class Group'],
      'contact.priority': ['ConPriority'],
      'contact.title': ['ConTitle'],
      'contact.relationship': ['ConRelation', 'Relation'],
      'contact.parentalResponsibility': ['Parental Resp'],
      'contact.livesWithPupil': ['Lives With'],
      'sen-provision.provision': ['StageCode'],
      'fsm-spell.eligible': ['FSMEligible'],
      'extension.keep': [
        'SetId',
        'StuTitle',
        'HomeSalutation',
        'Course',
        'CourseId',
        'ModuleId',
        'GroupId',
        'StageDesc',
        'StageId',
        'ProvCode',
        'ProvName',
        'PHours',
        'PNotes',
        'TypeCode',
        'TypeName',
        'TNotes',
        'vblsas',
        'qsas',
        'nsas',
        'meansas',
        'Exam Number',
        'Candidate Number',
      ],
    },
    contact: { 'contact.supplierIds:contactCode': ['Code'] },
    sections,
  },
  plainHeadings,
);
