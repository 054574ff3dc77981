import type { Detection, TableHead } from '@rollbook/parser-kit';

/** How much a heading speaks for SIMS, by its key; what any system might write is not among them. */
const SIGNS: Readonly<Record<string, number>> = {
  primaryid: 0.4,
  multipleid: 0.3,
  adno: 0.35,
  yeartaughtin: 0.2,
  yeartaughtincode: 0.4,
  chosenname: 0.25,
  legalsurname: 0.1,
  legalforename: 0.1,
  reg: 0.15,
  upnid: 0.1,
  inleacare: 0.3,
  leacareauthority: 0.3,
  attendancemode: 0.2,
  sessionname: 0.1,
  attendancemark: 0.1,
  minslate: 0.15,
  basegroupid: 0.2,
  parentalsalutation: 0.2,
  resultset: 0.3,
  resultsetname: 0.3,
  latebeforeregclosed: 0.2,
};
/** Other systems' own headings. */
const OTHERS = /^(?:arbor|bromcom|wonde|isams|txt[a-z]+|tblpupil|misid$|mis_id$|sourcedid|progresso)/;
const HIGHEST = 0.9;
const ANYBODYS = 0.3;

/** Captions that reports on staff and timetables have, and reports on pupils have not. */
const STAFF = ['staffcode', 'employmentstartdate', 'payrollnumber', 'shortname', 'dayname', 'staffname'];
const PUPIL = [
  'upn',
  'upnid',
  'adno',
  'admissionnumber',
  'admissionno',
  'reg',
  'reggroup',
  'yeargroup',
  'yeartaughtin',
];

/** Whether a report's captions (as `headingKey` gives them) are those of staff, and no pupil's. */
export function isStaffReport(keys: ReadonlySet<string>): boolean {
  return STAFF.some((key) => keys.has(key)) && !PUPIL.some((key) => keys.has(key));
}

export function detectTable({ keys, resolved }: TableHead): Detection | undefined {
  if (isStaffReport(keys)) return undefined;
  const found: string[] = [];
  let sum = ANYBODYS;
  for (const key of keys) {
    if (OTHERS.test(key)) return undefined;
    const sign = SIGNS[key];
    if (sign === undefined || !Object.hasOwn(SIGNS, key)) continue;
    sum += sign;
    found.push(key);
  }
  if (found.length === 0) {
    return {
      confidence: ANYBODYS,
      reason: `a table of pupils, ${resolved.known} headings known, none of them SIMS's own`,
    };
  }
  // Each heading that is known makes it a little more certain that the table is of pupils at all
  const confidence = Math.min(HIGHEST, sum + 0.01 * Math.min(resolved.known, 10));
  return {
    confidence: Math.round(confidence * 100) / 100,
    reason: `headings of SIMS reports: ${found.join(', ')}`,
  };
}
