import { type AttendanceMark, attendanceMarkKey } from '@rollbook/model';
import { type Item, readSession } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';
import { includedObject, trimmed, type WondeItem } from './json.js';
import { linkMembers } from './pupil-link.js';
import { keepMember, type Members, namesTo, passOver, type ReadMember, readMembers } from './read-members.js';
import { LONGEST_CODE, RecordDraft } from './record-draft.js';
import { unreadableItem } from './unreadable-item.js';

interface MarkTarget {
  date?: string;
  session?: 'AM' | 'PM';
  minutesLate?: number;
  comment?: string;
}

type Read = ReadMember<MarkTarget>;

const members: Members<MarkTarget> = new Map<string, Read>([
  ...linkMembers,
  [
    'date',
    (target, value, draft, name) => {
      const day = draft.date('date', name, value);
      if (day !== undefined) target.date = day;
    },
  ],
  [
    'session',
    (target, value, draft, name) => {
      const text = draft.text('session', name, value);
      const session = text === undefined ? undefined : readSession(text);
      if (session !== undefined) target.session = session;
      if (session !== text && text !== undefined) draft.sent('session', text);
    },
  ],
  [
    'minutes_late',
    (target, value, draft, name) => {
      const minutes = draft.integer('minutesLate', name, value, 0);
      // Wonde has 0 for everyone who is on time
      if (minutes !== undefined && minutes > 0) target.minutesLate = minutes;
    },
  ],
  [
    'comment',
    (target, value, draft, name) => {
      const text = draft.text('comment', name, value);
      if (text !== undefined) target.comment = text;
    },
  ],
  // Read on its own, with the list of codes
  ...namesTo<MarkTarget>(passOver, 'attendance_code', 'attendance_code_id', 'created_at', 'updated_at'),
  ...namesTo<MarkTarget>(keepMember, 'id', 'mis_id', 'upi', 'employee', 'recorded_at'),
]);

/** The code of a mark as the school has it, or the id of a code that the file has not explained. */
export function markCode(
  context: FileContext,
  item: WondeItem,
): { readonly code: string } | { readonly id: string } | undefined {
  const { attendance_code: value, attendance_code_id: given } = item.value;
  const object = includedObject(value);
  const own = trimmed(object?.code);
  if (own !== undefined) return { code: own };
  const text = object === undefined ? trimmed(value) : undefined;
  const id = trimmed(object?.id) ?? trimmed(given) ?? text;
  if (id === undefined) return undefined;
  const known = context.attendanceCodes.get(id);
  if (known !== undefined) return { code: known };
  // A mark has one or two characters, an id of Wonde's has more
  return text !== undefined && text.length <= 2 ? { code: text } : { id };
}

function dfeCode(context: FileContext, code: string, session: 'AM' | 'PM'): string {
  const { attendanceCodes } = context.options;
  const own =
    attendanceCodes !== undefined && Object.hasOwn(attendanceCodes, code) ? attendanceCodes[code] : undefined;
  const dfe = own ?? code;
  // Present is written by the session, whichever stroke the MIS has
  return dfe === '/' || dfe === '\\' ? (session === 'AM' ? '/' : '\\') : dfe;
}

/** A row of session attendance. */
export function mapMark(context: FileContext, item: WondeItem, pupilKey: string): Item[] {
  const draft = new RecordDraft(context, item);
  const target: MarkTarget = {};
  readMembers(item.value, members, target, draft);
  const { date, session, ...more } = target;
  const found = markCode(context, item);
  if (date === undefined || session === undefined) {
    const field = date === undefined ? 'date' : 'session';
    return unreadableItem(draft, 'attendance-mark', { code: 'wonde-record-unidentified', field, pupilKey });
  }
  if (found === undefined || 'id' in found || found.code.length > LONGEST_CODE) {
    const code =
      found !== undefined && 'id' in found ? 'wonde-mark-code-missing' : 'wonde-record-unidentified';
    const value = found === undefined ? undefined : 'id' in found ? found.id : found.code;
    return unreadableItem(draft, 'attendance-mark', { code, field: 'code', pupilKey, value });
  }
  const code = dfeCode(context, found.code, session);
  if (code !== found.code) draft.sent('code', found.code);
  const record: AttendanceMark = {
    kind: 'attendance-mark',
    key: attendanceMarkKey(pupilKey, date, session),
    ...draft.base,
    provenance: draft.provenance,
    pupilKey,
    date,
    session,
    code,
    ...more,
  };
  return draft.finishMark(record, context.marked.add(pupilKey, date, session));
}
