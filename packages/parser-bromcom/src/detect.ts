import { type Detection, type Head, headingKey, sniffJson, tableHeadOf } from '@rollbook/parser-kit';
import { bromcomHeadings } from './bromcom-headings.js';

/** Fields that only Bromcom has beside `studentID`. */
const BESIDE_ID = new Map(
  [
    'tutorGroupName',
    'tutorGroup',
    'everFSM6Flag',
    'enrolmentStateName',
    'attendanceMarks',
    'MonAM',
    'calendarStartDate',
    'calendarName',
    'studentExclusionID',
    'SchoolStudentId',
    'PeriodDisplayName',
    'AssessmentTypeName',
  ].map((name) => [headingKey(name), name]),
);
const OWN: readonly (readonly [keys: readonly string[], reason: string, confidence: number])[] = [
  [['visionschoolid'], 'VisionSchoolId', 0.95],
  [['monam', 'fripm'], 'MonAM to FriPM', 0.8],
  [['everfsm6flag'], 'Ever FSM 6 Flag', 0.85],
  [['ealflag'], 'EAL Flag', 0.8],
  [['studentclasslist'], 'StudentClassList', 0.8],
  [['yeargroupname', 'preferredfirstname'], 'Year Group Name and Preferred First Name', 0.7],
  [['houses'], 'House(s)', 0.6],
  [['studentfullname', 'studentyeargroup'], 'StudentFullName and StudentYearGroup', 0.7],
];

/** What headings, as keys, say of Bromcom. */
export function bromcomColumns(keys: ReadonlySet<string>): Detection | undefined {
  // Arbor's id, which no Bromcom table has
  if (keys.has('studentuniqueid')) return undefined;
  if (keys.has('studentid')) {
    for (const [key, name] of BESIDE_ID) {
      if (keys.has(key)) return { confidence: 0.9, reason: `fields StudentID and ${name} of Bromcom` };
    }
  }
  for (const [all, name, confidence] of OWN) {
    if (all.every((key) => keys.has(key))) return { confidence, reason: `headings of Bromcom: ${name}` };
  }
  return undefined;
}

function detectJson(text: string): Detection | undefined {
  const json = sniffJson(text);
  if (json === undefined) return undefined;
  if (/"@odata\.(?:context|nextLink)"\s*:\s*"[^"]{0,300}bromcom/i.test(text))
    return { confidence: 0.97, reason: 'OData of a server of Bromcom’s' };
  // `data` with `meta` and without `success` is Wonde's
  if (json.keys.includes('meta') && json.keys.includes('data') && !json.keys.includes('success'))
    return undefined;
  const lists = [json.firstItemKeys, ...(json.lines ? [json.keys] : []), ...json.keysWithin.values()];
  // The list under `d` of OData 2 is deeper than an outline goes
  const deep = /^\s*\{\s*"d"\s*:\s*\{\s*"results"\s*:\s*\[\s*\{([^{}]*)/.exec(text)?.[1];
  if (deep !== undefined) lists.push([...deep.matchAll(/"([^"\\]{1,60})"\s*:/g)].map(([, key = '']) => key));
  for (const keys of lists) {
    const found = bromcomColumns(new Set(keys.map(headingKey)));
    if (found !== undefined) return { ...found, reason: `JSON: ${found.reason}` };
  }
  return undefined;
}

const DIFFGRAM = 'urn:schemas-microsoft-com:xml-diffgram-v1';

export function isDiffgram(text: string): boolean {
  return /^\ufeff?\s*</.test(text) && text.includes(DIFFGRAM);
}

function detectXml(text: string): Detection | undefined {
  if (!isDiffgram(text) || !/<NewDataSet\b/.test(text)) return undefined;
  const field = /<(StudentID|PersonID|CollectionID)>/i.exec(text)?.[1];
  return field === undefined
    ? undefined
    : { confidence: 0.85, reason: `a .NET diffgram of rows with ${field}, as of Bromcom’s SOAP service` };
}

export function detect(head: Head): Detection | undefined {
  const marked = detectXml(head.text) ?? detectJson(head.text);
  if (marked !== undefined) return marked;
  const table = tableHeadOf(head, bromcomHeadings);
  if (table === undefined) return undefined;
  const columns = bromcomColumns(table.keys);
  if (columns !== undefined) return columns;
  return /\bbromcom\b/i.test(table.text)
    ? { confidence: 0.6, reason: 'the name Bromcom above the table or on a sheet' }
    : undefined;
}
