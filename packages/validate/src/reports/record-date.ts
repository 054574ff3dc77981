import type { CanonicalRecord } from '@rollbook/model';

/**
 * The day that a record is about, as `YYYY-MM-DD`: of a session, a result, an entry to a school, or the start of a
 * suspension or spell. Undefined for what is about no day, such as a pupil or a contact.
 */
export function recordDate(record: CanonicalRecord): string | undefined {
  switch (record.kind) {
    case 'attendance-mark':
      return record.date;
    case 'assessment-result':
      return record.resultDate;
    case 'enrolment':
      return record.entryDate;
    case 'exclusion':
    case 'attendance-summary':
    case 'fsm-spell':
    case 'sen-provision':
    case 'sen-need':
    case 'looked-after':
    case 'service-child':
    case 'pupil-premium':
      return record.startDate;
    default:
      return undefined;
  }
}
