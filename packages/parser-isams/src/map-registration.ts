import { type AttendanceMark, attendanceMarkKey } from '@rollbook/model';
import type { Issue, Item } from '@rollbook/parser-kit';
import { type FileContext, placeOfItem } from './file-context.js';
import type { Lookups, PupilRef } from './lookups.js';
import { MarkedSessions } from './marked-sessions.js';
import type { ListItem } from './node.js';
import { linkPupil, type PupilItems, unreadableItem } from './pupil-link.js';
import { dfeCode, overriddenCode, presentCode, type Session } from './registration-codes.js';
import { type PeriodMeaning, Periods } from './registration-period.js';
import { readDate, readDigits, readFlag, readHour } from './read-values.js';
import { readStatus, type Status } from './read-status.js';
import { LONGEST_CODE } from './record-draft.js';

/** A mark of the pupil in hand, which another of the same session may still take the place of. */
interface Entry {
  readonly mark: AttendanceMark;
  readonly dateTime: string;
  readonly issues: Issue[];
}

interface DroppedPeriod {
  readonly place: ReturnType<typeof placeOfItem>;
  count: number;
}

const MOST_DROPPED = 10_000;
const MOST_MINUTES = 1_439;

function sessionOf(text: string | undefined): Session | undefined {
  const upper = text?.toUpperCase();
  return upper === 'AM' || upper === 'PM' ? upper : undefined;
}

/**
 * Reads statuses of registration into marks. Those of one pupil that follow one another are held until another
 * pupil's come, so that of two marks of a session the later counts.
 */
export class MarkReader {
  readonly #context: FileContext;
  readonly #lookups: Lookups;
  readonly #periods: Periods;
  readonly #marked = new MarkedSessions();
  readonly #dropped = new Map<string, DroppedPeriod>();
  #pupil: PupilRef | undefined;
  readonly #entries = new Map<string, Entry>();

  constructor(context: FileContext, lookups: Lookups) {
    this.#context = context;
    this.#lookups = lookups;
    this.#periods = new Periods(lookups, context.options);
  }

  /**
   * Gives what is complete: the marks of the pupil before. Undefined, and nothing done, when the pupil is none that
   * came so far.
   *
   * @param isLast no more pupils are to come
   */
  read(item: ListItem, isLast: boolean): PupilItems[] | undefined {
    const status = readStatus(item.element);
    const { pupilId, periodId } = status;
    if (pupilId === undefined) {
      return [...this.flush(), this.#unreadable(item, 'isams-record-unidentified', 'PupilId')];
    }
    const pupil = linkPupil(this.#context, this.#lookups, pupilId, 'schoolId');
    if (pupil === undefined) {
      if (!isLast) return undefined;
      return [...this.flush(), this.#unreadable(item, 'isams-pupil-unknown', 'PupilId', pupilId)];
    }
    const period = periodId === undefined ? undefined : this.#periods.find(periodId);
    if (period?.statutory === false) {
      this.#drop(period.name, item);
      return [];
    }
    const out: PupilItems[] = [];
    if (pupil !== this.#pupil) {
      out.push(...this.flush());
      this.#pupil = pupil;
    }
    if (!this.#lookups.hasPupils) {
      const items = this.#context.issueOnce('isams-pupils-missing', '', placeOfItem(item));
      if (items.length > 0) out.push({ pupil: undefined, items });
    }
    const unreadable = this.#add(item, pupil, status, period);
    if (unreadable !== undefined) out.push(...this.flush(), unreadable);
    return out;
  }

  /** The marks held back. */
  flush(): PupilItems[] {
    const pupil = this.#pupil;
    this.#pupil = undefined;
    if (pupil === undefined || this.#entries.size === 0) return [];
    const items: Item[] = [];
    for (const [session, { mark, issues }] of this.#entries) {
      items.push(mark);
      if (this.#marked.add(session, pupil.index))
        issues.push(this.#about(mark, 'isams-mark-repeated', 'session'));
      items.push(...issues);
    }
    this.#entries.clear();
    return [{ pupil: pupil.key, items }];
  }

  /** At the end: what was left out, an issue for each period. */
  summary(): Item[] {
    return [...this.#dropped].map(([name, { place, count }]) =>
      this.#context.issue('isams-period-not-statutory', place, {
        message: `${count} marks of a registration period that is no statutory session were left out.`,
        field: 'PeriodId',
        value: name,
      }),
    );
  }

  #add(
    item: ListItem,
    pupil: PupilRef,
    status: Status,
    period: PeriodMeaning | undefined,
  ): PupilItems | undefined {
    const sentTime = status.dateTime ?? period?.start;
    const date = sentTime === undefined ? undefined : readDate(sentTime);
    if (sentTime === undefined || date === undefined) {
      return this.#unreadable(
        item,
        'isams-record-unidentified',
        'RegistrationDateTime',
        status.dateTime,
        pupil,
      );
    }
    const hour = readHour(sentTime);
    const session =
      sessionOf(status.session) ??
      period?.session ??
      (hour === undefined ? undefined : hour < 12 ? 'AM' : 'PM');
    if (session === undefined) {
      return this.#unreadable(item, 'isams-record-unidentified', 'PeriodId', status.periodId, pupil);
    }
    const { school } = this.#context.options;
    const mark: AttendanceMark = {
      kind: 'attendance-mark',
      key: attendanceMarkKey(pupil.key, date, session),
      ...(school === undefined ? {} : { school }),
      provenance: { file: this.#context.file, place: placeOfItem(item) },
      pupilKey: pupil.key,
      date,
      session,
      code: '-',
      ...(date === sentTime ? {} : { sent: { date: sentTime } }),
    };
    const issues: Issue[] = [];
    this.#setCode(mark, status, issues);
    this.#setRest(mark, status, item, issues);
    this.#settle(session, { mark, dateTime: sentTime, issues });
    return undefined;
  }

  /** Puts the mark with the pupil's others; the later of two for a session stays. */
  #settle(session: Session, entry: Entry): void {
    const at = `${entry.mark.date} ${session}`;
    const before = this.#entries.get(at);
    if (before === undefined) {
      this.#entries.set(at, entry);
      return;
    }
    const kept = entry.dateTime >= before.dateTime ? entry : before;
    const other = kept === entry ? before : entry;
    kept.issues.push(
      ...other.issues,
      this.#about(kept.mark, 'isams-mark-superseded', 'code', `${other.dateTime} ${other.mark.code}`),
    );
    this.#entries.set(at, kept);
  }

  #setCode(mark: AttendanceMark, status: Status, issues: Issue[]): void {
    const { registered, late, code: sent, presentCode: present } = status;
    const { date, session } = mark;
    if (sent !== undefined && sent !== '0') {
      const { code, problem } = dfeCode(sent, { date, session }, this.#lookups, this.#context.options);
      mark.code = code.slice(0, LONGEST_CODE);
      if (mark.code !== sent) (mark.sent ??= {}).code = sent;
      const subject = `${code} ${problem === 'isams-registration-code-unmapped' && code.length === 1 ? date >= '2024-08-19' : ''}`;
      if (problem !== undefined && this.#context.once(problem, subject)) {
        issues.push(this.#about(mark, problem, 'code', sent));
      }
      return;
    }
    const isRegistered = this.#flag(mark, 'Registered', registered, issues);
    const isLate = this.#flag(mark, 'Late', late, issues);
    if (isRegistered !== true) return;
    const known = present === undefined ? undefined : this.#lookups.presentCodes.get(present);
    const overridden =
      present === undefined ? undefined : overriddenCode(this.#context.options, known, present, session);
    mark.code = overridden ?? (isLate === true ? 'L' : presentCode(session));
  }

  #setRest(mark: AttendanceMark, status: Status, item: ListItem, issues: Issue[]): void {
    const { minutesLate, presentCode: present, comment, extensions, unknown } = status;
    if (minutesLate !== undefined) {
      const minutes = readDigits(minutesLate);
      if (minutes > 0 && minutes <= MOST_MINUTES) mark.minutesLate = minutes;
      else if (minutes !== 0) {
        (mark.sent ??= {}).minutesLate = minutesLate;
        issues.push(this.#about(mark, 'isams-number-unreadable', 'minutesLate', minutesLate));
      }
    }
    if (extensions !== undefined) mark.extensions = extensions;
    if (comment !== undefined) mark.comment = comment;
    if (present !== undefined && present !== '0') {
      (mark.extensions ??= {}).PresentCode = present;
      const name = this.#lookups.presentCodes.get(present)?.name;
      if (name !== undefined) mark.comment ??= name;
    }
    for (const name of unknown ?? []) {
      const field = `/${item.list}/${item.element.name}/${name}`;
      if (this.#context.once('isams-element-unknown', field)) {
        issues.push(this.#about(mark, 'isams-element-unknown', field));
      }
    }
  }

  #flag(mark: AttendanceMark, name: string, text: string | undefined, issues: Issue[]): boolean | undefined {
    if (text === undefined) return undefined;
    const flag = readFlag(text);
    if (flag === undefined) {
      (mark.sent ??= {})[name] = text;
      issues.push(this.#about(mark, 'isams-flag-unreadable', name, text));
    }
    return flag;
  }

  #about(
    mark: AttendanceMark,
    code: Parameters<FileContext['issue']>[0],
    field: string,
    value?: string,
  ): Issue {
    const { kind, key, pupilKey, provenance } = mark;
    return this.#context.issue(code, provenance.place, {
      field,
      record: { kind, key, pupilKey },
      ...(value === undefined ? {} : { value }),
    });
  }

  #unreadable(
    item: ListItem,
    code: 'isams-record-unidentified' | 'isams-pupil-unknown',
    field: string,
    value?: string,
    pupil?: PupilRef,
  ): PupilItems {
    const items = unreadableItem(this.#context, item, 'attendance-mark', {
      code,
      field,
      pupilKey: pupil?.key,
      ...(value === undefined ? {} : { value }),
    });
    return { pupil: pupil?.key, items };
  }

  #drop(name: string, item: ListItem): void {
    const dropped = this.#dropped.get(name);
    if (dropped !== undefined) dropped.count++;
    else if (this.#dropped.size < MOST_DROPPED)
      this.#dropped.set(name, { place: placeOfItem(item), count: 1 });
  }
}
