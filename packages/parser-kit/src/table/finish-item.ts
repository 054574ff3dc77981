import {
  admissionApplicationKey,
  assessmentResultKey,
  attendanceMarkKey,
  attendanceSummaryKey,
  contactKey,
  earlyYearsFundingKey,
  enrolmentKey,
  exclusionKey,
  senNeedKey,
  spellKey,
  youthParticipationKey,
} from '@rollbook/model';
import type { Draft } from './draft.js';
import type { TableKind } from './fields.js';

/** Text property of a draft. */
function text(record: Record<string, unknown>, name: string): string | undefined {
  const value = record[name];
  return typeof value === 'string' ? value : undefined;
}

function firstId(record: Record<string, unknown>): string | undefined {
  const ids = record.supplierIds as Record<string, string> | undefined;
  return ids === undefined ? undefined : Object.values(ids)[0];
}

/**
 * The key of a record of one pupil; the name of the field that is missing when it has none. A record of a kind
 * needs what tells it from others of its kind.
 */
export function itemKey(
  kind: TableKind,
  pupil: string,
  draft: Draft,
): { readonly key: string } | { readonly missing: string } {
  const { record } = draft;
  switch (kind) {
    case 'enrolment':
      return {
        key: enrolmentKey(pupil, {
          attended: text(record, 'attended'),
          entryDate: text(record, 'entryDate'),
        }),
      };
    case 'contact': {
      const supplierId = firstId(record);
      const contact = {
        supplierId,
        surname: text(record, 'surname'),
        forename: text(record, 'forename'),
        relationship: text(record, 'relationship'),
      };
      if (supplierId === undefined && contact.surname === undefined && contact.forename === undefined)
        return { missing: 'surname' };
      return { key: contactKey(pupil, contact) };
    }
    case 'fsm-spell':
      return { key: spellKey(pupil, text(record, 'startDate'), text(record, 'country')) };
    case 'sen-provision':
      return { key: spellKey(pupil, text(record, 'startDate'), text(record, 'provision')) };
    case 'pupil-premium':
      return { key: spellKey(pupil, text(record, 'startDate'), text(record, 'reason')) };
    case 'looked-after':
    case 'service-child':
      return { key: spellKey(pupil, text(record, 'startDate')) };
    case 'sen-need': {
      const rank = record.rank as number | undefined;
      const need = text(record, 'need');
      if (need === undefined && rank === undefined && text(record, 'description') === undefined)
        return { missing: 'need' };
      return { key: senNeedKey(pupil, { need: need ?? text(record, 'description'), rank }) };
    }
    case 'attendance-mark': {
      const date = text(record, 'date');
      const session = text(record, 'session') as 'AM' | 'PM' | undefined;
      if (date === undefined) return { missing: 'date' };
      if (session === undefined) return { missing: 'session' };
      if (text(record, 'code') === undefined) return { missing: 'code' };
      return { key: attendanceMarkKey(pupil, date, session) };
    }
    case 'attendance-summary':
      return {
        key: attendanceSummaryKey(pupil, {
          academicYear: record.academicYear as number | undefined,
          term: text(record, 'term'),
          startDate: text(record, 'startDate'),
        }),
      };
    case 'exclusion': {
      const exclusion = {
        category: text(record, 'category'),
        startDate: text(record, 'startDate'),
        startSession: text(record, 'startSession'),
      };
      if (exclusion.startDate === undefined) return { missing: 'startDate' };
      return { key: exclusionKey(pupil, exclusion) };
    }
    case 'assessment-result': {
      const result = {
        stage: text(record, 'stage'),
        academicYear: record.academicYear as number | undefined,
        locale: text(record, 'locale'),
        subject: text(record, 'subject') ?? text(record, 'qualificationNumber'),
        method: text(record, 'method'),
        component: text(record, 'component'),
        resultQualifier: text(record, 'resultQualifier'),
        resultDate: text(record, 'resultDate'),
      };
      if (result.subject === undefined && result.method === undefined) return { missing: 'subject' };
      return { key: assessmentResultKey(pupil, result) };
    }
    case 'admission-application': {
      const application = {
        applicationReference: text(record, 'applicationReference'),
        intakeYear: record.intakeYear as number | undefined,
        preferredSchool: text(record, 'preferredSchool'),
        preferredSchoolName: text(record, 'preferredSchoolName'),
        preference: record.preference as number | undefined,
      };
      if (Object.values(application).every((value) => value === undefined))
        return { missing: 'applicationReference' };
      return { key: admissionApplicationKey(pupil, application) };
    }
    case 'early-years-funding':
      return {
        key: earlyYearsFundingKey(pupil, {
          provider: text(record, 'provider'),
          academicYear: record.academicYear as number | undefined,
          term: text(record, 'term'),
          startDate: text(record, 'startDate'),
        }),
      };
    case 'youth-participation':
      return {
        key: youthParticipationKey(pupil, {
          startDate: text(record, 'startDate'),
          dateAscertained: text(record, 'dateAscertained'),
          activity: text(record, 'activity'),
          establishment: text(record, 'establishment'),
        }),
      };
    default:
      return { missing: 'key' };
  }
}
