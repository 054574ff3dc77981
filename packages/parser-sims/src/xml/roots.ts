/** What the root element of a file from SIMS or about SIMS says that it is. */
export type SimsRoot =
  | { readonly kind: 'report'; readonly record: string; readonly what: string }
  | { readonly kind: 'error' }
  | { readonly kind: 'codes' }
  | { readonly kind: 'other'; readonly what: string; readonly help: string };

const ROOTS: Readonly<Record<string, SimsRoot>> = {
  SuperStarReport: { kind: 'report', record: 'Record', what: 'a report of SIMS' },
  StudentExtendeds: { kind: 'report', record: 'Student', what: 'pupils of SIMS’s partner API' },
  SessionAttendances: {
    kind: 'report',
    record: 'SessionAttendance',
    what: 'session marks of SIMS’s partner API',
  },
  CommandReporterError: { kind: 'error' },
  AttendanceCodes: { kind: 'codes' },
  AttendanceCodes_V2_load: { kind: 'codes' },
  ReportParameters: {
    kind: 'other',
    what: 'the parameters of a report, not its result',
    help: 'Send the file that CommandReporter wrote to /OUTPUT.',
  },
  ApplicationImport: {
    kind: 'other',
    what: 'an Application Import File, which goes to SIMS and does not come from it',
    help: 'Send a report of SIMS. Applications come to the council from its admissions system.',
  },
  CTfile: { kind: 'other', what: 'a Common Transfer File', help: 'Read it with the parser ctf.' },
  CTFile: { kind: 'other', what: 'a Common Transfer File', help: 'Read it with the parser ctf.' },
};

export function rootOf(name: string): SimsRoot | undefined {
  return Object.hasOwn(ROOTS, name) ? ROOTS[name] : undefined;
}
