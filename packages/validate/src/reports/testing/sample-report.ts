import type { Batch, Issue } from '@rollbook/parser-kit';
import { aMark, anEnrolment, aPupil, UPN } from '../../testing/samples.js';
import { createReport } from '../create-report.js';
import { createFileCollector } from '../file-collector.js';
import type { ReportFormat, ReportIssue, ReportRun } from '../report.js';

export const sampleRun: ReportRun = {
  tool: { name: 'rollbook', version: '1.2.3' },
  startedAt: '2026-10-01T09:00:00.000Z',
  asOf: '2026-10-01',
  identify: false,
  failOn: 'error',
  rules: [
    {
      ...{ code: '1510', title: 'UPN has the wrong check letter', severity: 'error' },
      ...{ help: 'Compare the UPN with the DfE’s.', packs: ['school-census'], source: 'School Census' },
    },
    {
      ...{ code: 'mark-unknown', title: 'Mark is no code of its day', severity: 'query' },
      ...{ help: 'Look at the register.', packs: [] },
    },
    {
      ...{ code: 'never-met', title: 'Nothing has this', severity: 'query' },
      ...{ help: 'Nothing to do.', packs: [] },
    },
  ],
};

const ofPupil = { kind: 'pupil', key: `upn:${UPN}` } as const;

export const sampleIssues: readonly Issue[] = [
  {
    ...{ code: '1510', severity: 'error', message: 'UPN has the wrong check letter' },
    ...{ place: { line: 12, column: 5, path: '/CTFile/Pupil[1]/UPN' }, field: 'upn', value: UPN },
    ...{ help: 'Compare the UPN with the DfE’s.', record: ofPupil },
  },
  {
    ...{ code: 'mark-unknown', severity: 'query', message: 'Mark is no code of its day' },
    ...{ place: { sheet: 'Marks & more', row: 7, columnName: 'Mon <AM>' }, field: 'code', value: '=1+1' },
    ...{ help: 'Look at the register.' },
    record: { kind: 'attendance-mark', key: 'mark', pupilKey: `upn:${UPN}` },
  },
  {
    ...{ code: 'unknown-column', severity: 'info', message: 'Column "House, or \'Form\'" is not known' },
    ...{ place: { row: 1 }, help: 'Nothing is lost.' },
  },
];

export const sampleBatch: Batch = [
  aPupil(),
  sampleIssues[0] as Issue,
  aMark({ code: '?' }),
  sampleIssues[1] as Issue,
  anEnrolment(),
  sampleIssues[2] as Issue,
];

export interface Written {
  readonly identify?: boolean;
  readonly failOn?: 'error' | 'query';
  readonly issues?: readonly ReportIssue[];
}

/** A report of a file that has three issues, a file that can't be read, and the store. */
export function writeSample(
  format: ReportFormat,
  { identify = false, failOn = 'error', issues }: Written = {},
): string {
  const writer = createReport(format);
  const file = { path: './data/Oak & Ash 1.xml', name: 'Oak & Ash 1.xml' };
  const collector = createFileCollector({ file });
  const found = collector.add(sampleBatch);
  const facts = { sha256: 'a'.repeat(64), size: 1234, format: 'ctf', version: '25.0', seconds: 0.5 };
  const { figures } = collector.finish(facts);
  const broken = { path: 'broken.csv', name: 'broken.csv' };
  const error = {
    code: 'bad-quotes',
    message: 'A quote is never closed',
    place: { row: 3 },
    help: 'Send it anew.',
  };
  const unknown = { sha256: null, size: null, format: null, version: null, seconds: 0.1 };
  return [
    writer.begin({ ...sampleRun, identify, failOn }),
    writer.beginFile(file),
    writer.issues(issues ?? found.map((one, index) => (index === 0 ? { ...one, status: 'still' } : one))),
    writer.endFile(figures),
    writer.beginFile(broken),
    writer.endFile(createFileCollector({ file: broken }).finish({ ...unknown, error }).figures),
    writer.beginFile({ path: null, name: null }),
    writer.endFile(createFileCollector({ file: { path: null, name: null } }).finish(unknown).figures),
    writer.end({
      ...{ files: 2, unreadable: 1, records: 3, issues: { error: 1, query: 1, info: 1 } },
      ...{ seconds: 0.6, passed: false },
    }),
  ].join('');
}
