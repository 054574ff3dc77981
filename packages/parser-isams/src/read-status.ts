import type { XmlElement } from '@rollbook/parser-kit';
import { elementJson, isMarkupAttribute } from './node.js';
import { addJson, type JsonObject } from './json-object.js';

/** One mark as the file has it; every value is text without white space around it. */
export interface Status {
  pupilId: string | undefined;
  periodId: string | undefined;
  dateTime: string | undefined;
  /** `am` or `pm`, in tables only. */
  session: string | undefined;
  registered: string | undefined;
  late: string | undefined;
  minutesLate: string | undefined;
  code: string | undefined;
  presentCode: string | undefined;
  comment: string | undefined;
  /** What has no field, under its own name. */
  extensions: JsonObject | undefined;
  /** Names among them that are not known at all. */
  unknown: string[] | undefined;
}

type Slot = Exclude<keyof Status, 'extensions' | 'unknown'>;

/** Names in lower case: of the Batch API, then of the REST API, then of tables. */
const slots: ReadonlyMap<string, Slot | 'id' | 'kept'> = new Map([
  ['id', 'id'],
  ['pupilid', 'pupilId'],
  ['periodid', 'periodId'],
  ['registrationdatetime', 'dateTime'],
  ['registered', 'registered'],
  ['late', 'late'],
  ['minuteslate', 'minutesLate'],
  ['code', 'code'],
  ['presentcode', 'presentCode'],
  ['schoolid', 'pupilId'],
  ['registrationperiodid', 'periodId'],
  ['isregistered', 'registered'],
  ['islate', 'late'],
  ['numberofminuteslate', 'minutesLate'],
  ['absencecodeid', 'code'],
  ['presentcodeid', 'presentCode'],
  ['registrationcomment', 'comment'],
  ['sessionampm', 'session'],
  ['ispresent', 'kept'],
  ['isoutofschool', 'kept'],
  ['isfutureabsence', 'kept'],
  ['leavingorleftdatetime', 'kept'],
]);

/** By name as written, since there are as many marks as all else together. */
const slotOfName = new Map<string, Slot | 'id' | 'kept' | undefined>();
const MOST_NAMES = 1_000;

function slotOf(name: string): Slot | 'id' | 'kept' | undefined {
  const slot = slotOfName.get(name);
  if (slot !== undefined) return slot;
  const found = slots.get(name.toLowerCase());
  if (found !== undefined && slotOfName.size < MOST_NAMES) slotOfName.set(name, found);
  return found;
}

/** The parts of a `RegistrationStatus`. The id of its own row says nothing and is left out. */
export function readStatus(element: XmlElement): Status {
  const status: Status = {
    pupilId: undefined,
    periodId: undefined,
    dateTime: undefined,
    session: undefined,
    registered: undefined,
    late: undefined,
    minutesLate: undefined,
    code: undefined,
    presentCode: undefined,
    comment: undefined,
    extensions: undefined,
    unknown: undefined,
  };
  const { attributes } = element;
  if (attributes !== undefined) {
    for (const name in attributes) {
      if (isMarkupAttribute(name)) continue;
      const text = attributes[name]?.trim() ?? '';
      const slot = slotOf(name);
      if (slot === 'id' || text === '') continue;
      if (slot === undefined || slot === 'kept') keep(status, `@${name}`, text, slot);
      else status[slot] ??= text;
    }
  }
  for (const child of element.children) {
    const slot = child.children.length > 0 ? undefined : slotOf(child.name);
    if (slot === undefined) {
      keep(status, child.name, elementJson(child), slot);
      continue;
    }
    if (slot === 'id') continue;
    const text = child.text.trim();
    if (text === '') continue;
    if (slot === 'kept') {
      if (text !== 'false' && text !== '0') keep(status, child.name, elementJson(child), slot);
    } else if (status[slot] === undefined) status[slot] = text;
    else if (status[slot] !== text) keep(status, child.name, elementJson(child), undefined);
  }
  return status;
}

function keep(
  status: Status,
  name: string,
  value: ReturnType<typeof elementJson>,
  slot: 'kept' | undefined,
): void {
  if (value === '' || value === null) return;
  addJson((status.extensions ??= {}), name, value);
  if (slot === undefined) (status.unknown ??= []).push(name);
}
