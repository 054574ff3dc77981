import { commonHeadings, defineHeadings, type HeadingTable } from '@rollbook/parser-kit';

/**
 * Headings of a spreadsheet made by hand: those of lists of pupils, and of lists of applications for school places, funded
 * early-years hours and what young people do. The words are from common application forms, portals' headcounts, and the NCCIS
 * return (shared/formats/targets.md 2.4, 4.2, 3.3); every council has its own, for which a mapping is.
 */
export const spreadsheetHeadings: HeadingTable = defineHeadings(
  {
    sections: [
      {
        name: 'applications for school places',
        needs: [
          ['admission-application.applicationReference', 'admission-application.intakeYear'],
          [
            'admission-application.preferredSchool',
            'admission-application.preferredSchoolName',
            'admission-application.outcome',
          ],
        ],
        headings: {
          'admission-application.applicationReference': [
            'Application Reference',
            'Application Ref',
            'Application Number',
            'Application ID',
            'Reference Number',
            'CAF Reference',
          ],
          'admission-application.intakeYear': [
            'Intake Year',
            'Year of Entry',
            'Entry Year',
            'Admission Year',
          ],
          'admission-application.yearGroup': [
            'Year Group Applied For',
            'Proposed Year Group',
            'Entry Year Group',
            'Intake Year Group',
          ],
          'admission-application.preferredSchool': [
            'Preference',
            'School Preference',
            'Preferred School DfE',
            'Preferred School LAESTAB',
            'Preference LAESTAB',
          ],
          'admission-application.preferredSchoolName': [
            'Preferred School',
            'Preference Name',
            'Preferred School Name',
            'School Name Preference',
            'Preference School Name',
          ],
          'admission-application.preference': [
            'Preference Rank',
            'Preference Order',
            'Preference Number',
            'Rank',
          ],
          'admission-application.receivedDate': [
            'Date Received',
            'Received Date',
            'Application Date',
            'Submitted',
          ],
          'admission-application.reason': ['Reason', 'Preference Reason'],
          'admission-application.siblingAtSchool': ['Sibling', 'Sibling At School', 'Preference Sibling'],
          'admission-application.status': ['Status', 'Application Status'],
          'admission-application.outcome': ['Outcome', 'Offer', 'Decision', 'Preference Outcome'],
          'admission-application.offerDate': ['Offer Date', 'Date of Offer'],
        },
      },
      {
        name: 'funded early-years hours',
        needs: [
          [
            'early-years-funding.fundedHours',
            'early-years-funding.extendedHours',
            'early-years-funding.expandedHours',
          ],
        ],
        headings: {
          'early-years-funding.provider': [
            'Setting URN',
            'Setting',
            'Provider',
            'Provider URN',
            'Provider Name',
            'settingUrn',
          ],
          'early-years-funding.academicYear': ['Academic Year', 'School Year'],
          'early-years-funding.term': ['Term', 'Funding Term', 'Claim Term'],
          'early-years-funding.startDate': ['Start Date', 'Funding Start', 'Funding Start Date'],
          'early-years-funding.endDate': ['End Date', 'Funding End', 'Funding End Date'],
          'early-years-funding.fundedHours': [
            'Funded Hours',
            'Universal Hours',
            'weeklyUniversal',
            'Universal Hours Per Week',
          ],
          'early-years-funding.extendedHours': [
            'Extended Hours',
            'weeklyExtended',
            'Extended Hours Per Week',
          ],
          'early-years-funding.expandedHours': [
            'Expanded Hours',
            'weeklyExpanded',
            'Expanded Hours Per Week',
          ],
          'early-years-funding.hoursAtSetting': ['Hours At Setting', 'Total Hours', 'Hours Attended'],
          'early-years-funding.weeksPerYear': ['Weeks', 'Weeks Per Year', 'Funded Weeks'],
          'early-years-funding.basis': ['Funding Basis', 'Basis For Funding'],
          'early-years-funding.eligibilityCode': ['Eligibility Code', '30 Hour Code', '30 Hours Code'],
          'early-years-funding.eypp': ['EYPP', 'Early Years Pupil Premium'],
          'early-years-funding.disabilityAccessFund': ['DAF', 'Disability Access Fund'],
          'early-years-funding.amount': ['Amount', 'Funding Amount', 'Payment'],
        },
      },
      {
        name: 'youth participation',
        needs: [
          [
            'youth-participation.activity',
            'youth-participation.intendedDestination',
            'youth-participation.guaranteeStatus',
          ],
        ],
        headings: {
          'youth-participation.youngPersonId': ['Young Person ID', 'YoungPersonsID', 'YPID', 'NCCIS ID'],
          'youth-participation.activity': [
            'Activity',
            'Activity Code',
            'Current Activity',
            'Current Situation',
            'Destination Code',
          ],
          'youth-participation.startDate': ['Start Date', 'Activity Start Date', 'Activity Start'],
          'youth-participation.endDate': ['End Date', 'Activity End Date', 'Activity End'],
          'youth-participation.dateAscertained': ['Date Ascertained'],
          'youth-participation.dueToLapseDate': ['Due To Lapse Date', 'Due To Lapse'],
          'youth-participation.establishment': [
            'Establishment Number',
            'Provider',
            'Provider Name',
            'Destination',
            'Establishment Name',
          ],
          'youth-participation.intendedDestination': [
            'Intended Destination',
            'IntendedDestinationYr11',
            'Intended Destination Code',
          ],
          'youth-participation.guaranteeStatus': [
            'Guarantee Status',
            'September Guarantee',
            'September Guarantee Status',
          ],
          'youth-participation.levelOfNeed': ['Level Of Need', 'Level of Need Code'],
          'youth-participation.predictedEndDate': ['Predicted End Date', 'Expected End Date'],
        },
      },
    ],
  },
  commonHeadings,
);
