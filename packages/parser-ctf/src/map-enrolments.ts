import { type Enrolment, enrolmentKey } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { elementFields, readContainer, type ReadField, readRecord } from './element-fields.js';
import type { PupilContext, SchoolNumbers } from './pupil-context.js';
import { readDate } from './read-date.js';

const LONGEST_YEAR_GROUP = 4;

/** What a pupil's basic details say of the registration at the sending school. */
export interface CurrentRegistration {
  yearGroup: XmlElement | undefined;
  status: XmlElement | undefined;
}

interface SchoolEntry {
  readonly enrolment: Enrolment;
  la: XmlElement | undefined;
  establishment: XmlElement | undefined;
}

function date(field: 'entryDate' | 'leavingDate'): ReadField<SchoolEntry> {
  return ({ enrolment }, element, draft) => {
    const value = draft.date(element, field);
    if (value !== undefined) enrolment[field] = value;
  };
}

function text(field: 'attendedName' | 'attendedUrn'): ReadField<SchoolEntry> {
  return ({ enrolment }, element, draft) => {
    const value = draft.text(element, field);
    if (value !== undefined) enrolment[field] = value;
  };
}

const SCHOOL_FIELDS = elementFields<SchoolEntry>({
  LEA: (entry, element) => {
    entry.la = element;
  },
  Estab: (entry, element) => {
    entry.establishment = element;
  },
  URN: text('attendedUrn'),
  SchoolName: text('attendedName'),
  EntryDate: date('entryDate'),
  LeavingDate: date('leavingDate'),
  LeavingReason: ({ enrolment }, element, draft) => {
    const reason = draft.code(element, 'leavingReason');
    if (reason !== undefined) enrolment.leavingReason = reason;
  },
  LastSchool: ({ enrolment }, element, draft) => {
    const lastSchool = draft.flag(element, 'lastSchool');
    if (lastSchool !== undefined) enrolment.lastSchool = lastSchool;
  },
});

function childText(element: XmlElement, name: string): string {
  for (const child of element.children) if (child.name === name) return child.text.trim();
  return '';
}

/** Which entry is the registration at the sending school: the one without an end, else the newest, else the last. */
function findCurrent(context: PupilContext, entries: readonly XmlElement[]): XmlElement | undefined {
  const { school } = context.file;
  if (school === undefined) return undefined;
  let current: XmlElement | undefined;
  let currentOpen = false;
  let currentEntry = '';
  for (const entry of entries) {
    if (childText(entry, 'LEA') + childText(entry, 'Estab') !== school) continue;
    const open = childText(entry, 'LeavingDate') === '';
    const entryDate = readDate(childText(entry, 'EntryDate')) ?? '';
    const better = open === currentOpen ? entryDate >= currentEntry : open;
    if (current === undefined || better) {
      current = entry;
      currentOpen = open;
      currentEntry = entryDate;
    }
  }
  return current;
}

function readCurrent(context: PupilContext, enrolment: Enrolment, current: CurrentRegistration): void {
  enrolment.current = true;
  if (current.yearGroup !== undefined) {
    const yearGroup = context.draft.code(current.yearGroup, 'yearGroup', LONGEST_YEAR_GROUP);
    if (yearGroup !== undefined) enrolment.yearGroup = yearGroup;
  }
  if (current.status !== undefined) {
    const status = context.draft.code(current.status, 'status');
    if (status !== undefined) enrolment.status = status;
  }
}

function setKey(context: PupilContext, enrolment: Enrolment, numbers: SchoolNumbers): void {
  enrolment.key = enrolmentKey(context.key, {
    attended: numbers.laestab ?? numbers.unreadable,
    attendedUrn: enrolment.attendedUrn,
    attendedName: enrolment.attendedName,
    entryDate: enrolment.entryDate,
  });
}

function mapSchool(
  context: PupilContext,
  element: XmlElement,
  position: number,
  current: CurrentRegistration | undefined,
): void {
  const path = `/SchoolHistory/School[${position}]`;
  const provenance = context.begin(element, path, '/SchoolHistory/School');
  const enrolment: Enrolment = {
    kind: 'enrolment',
    key: '',
    provenance,
    pupilKey: context.key,
    current: false,
  };
  context.setSchool(enrolment);
  const entry: SchoolEntry = { enrolment, la: undefined, establishment: undefined };
  readRecord(element, SCHOOL_FIELDS, entry, context.draft);
  const numbers = context.schoolNumbers(entry.la, entry.establishment);
  if (numbers.laestab !== undefined) enrolment.attended = numbers.laestab;
  if (current !== undefined) readCurrent(context, enrolment, current);
  if (
    numbers.laestab === undefined &&
    numbers.unreadable === undefined &&
    enrolment.attendedUrn === undefined &&
    enrolment.attendedName === undefined
  ) {
    context.unreadable('enrolment', element, provenance, 'attended');
    return;
  }
  if (context.draft.isUnreadable('entryDate')) {
    context.unreadable('enrolment', element, provenance, 'entryDate');
    return;
  }
  setKey(context, enrolment, numbers);
  context.draft.finish(enrolment);
}

interface SchoolHistory {
  readonly entries: XmlElement[];
}

const HISTORY_FIELDS = elementFields<SchoolHistory>(
  {},
  {
    School: (history, element) => {
      history.entries.push(element);
    },
  },
);

/** The registration at the sending school, when the history of schools doesn't have it. */
function putCurrent(context: PupilContext, current: CurrentRegistration): void {
  const element = current.yearGroup ?? current.status;
  if (element === undefined) return;
  const provenance = context.begin(element, '/BasicDetails', '/BasicDetails');
  const enrolment: Enrolment = { kind: 'enrolment', key: '', provenance, pupilKey: context.key };
  context.setSchool(enrolment);
  const { school } = context.file;
  if (school !== undefined) enrolment.attended = school;
  readCurrent(context, enrolment, current);
  const { yearGroup, status } = enrolment;
  const sent = context.draft.isUnreadable('yearGroup') || context.draft.isUnreadable('status');
  if (yearGroup === undefined && status === undefined && !sent) return;
  setKey(context, enrolment, { laestab: school, unreadable: undefined });
  context.draft.finish(enrolment);
}

/**
 * `SchoolHistory` with the NC year and the enrolment status of the basic details: an enrolment for each school, one
 * of them the current. DfE, CTF specification, sections 3.1.4 and 3.1.14.
 */
export function mapEnrolments(context: PupilContext, pupil: XmlElement, current: CurrentRegistration): void {
  const history: SchoolHistory = { entries: [] };
  for (const child of pupil.children) {
    if (child.name === 'SchoolHistory') readContainer(child, HISTORY_FIELDS, history, context.pupil);
  }
  const currentEntry = findCurrent(context, history.entries);
  let position = 0;
  for (const entry of history.entries) {
    mapSchool(context, entry, ++position, entry === currentEntry ? current : undefined);
  }
  if (currentEntry === undefined) putCurrent(context, current);
}
