import { arch, cpus, platform, totalmem } from 'node:os';
import { type Summary, speedRatio } from './statistics.js';
import { renderTable } from './table.js';
import { type TargetId, targets } from './targets/index.js';

/** All figures over one file. */
export interface FileReport {
  readonly pupils: number;
  readonly seed: number;
  readonly bytes: number;
  readonly results: Readonly<Partial<Record<TargetId, Summary>>>;
}

/** What `--json` writes. */
export interface Report {
  readonly machine: {
    readonly node: string;
    readonly platform: string;
    readonly cpu: string;
    readonly cores: number;
    readonly memoryBytes: number;
  };
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly repeats: number;
  readonly files: readonly FileReport[];
}

export function describeMachine(): Report['machine'] {
  const processors = cpus();
  return {
    node: process.version,
    platform: `${platform()} ${arch()}`,
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryBytes: totalmem(),
  };
}

const REFERENCES = ['fast-xml-parser', 'saxes', 'sax'] as const satisfies readonly TargetId[];

function digits(value: number, places: number): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places });
}

function row(id: TargetId, summary: Summary, results: FileReport['results']): string[] {
  return [
    targets[id].title,
    digits(summary.megabytesPerSecond, 1),
    digits(summary.seconds.median, 2),
    digits(summary.seconds.best, 2),
    digits(summary.pupilsPerSecond, 0),
    summary.records === 0 ? '' : digits(summary.recordsPerSecond, 0),
    digits(summary.peakBytes / 1e6, 0),
    ...REFERENCES.map((reference) => {
      const other = results[reference];
      return other === undefined ? '' : `${digits(speedRatio(summary, other), 2)}x`;
    }),
  ];
}

const HEADINGS = [
  'what',
  'MB/s',
  'median s',
  'best s',
  'pupils/s',
  'records/s',
  'peak MB',
  'to fxp',
  'to saxes',
  'to sax',
];

/** The figures of one file as a table for people. */
export function renderFile({ pupils, seed, bytes, results }: FileReport, repeats: number): string {
  const entries = Object.entries(results) as [TargetId, Summary][];
  const records = entries.map(([, summary]) => summary.records).find((count) => count > 0);
  const title =
    `CTF of ${digits(pupils, 0)} pupils, ${digits(bytes / 1e6, 1)} MB` +
    (records === undefined ? '' : `, ${digits(records, 0)} records`) +
    `, seed ${seed}; ${repeats} ${repeats === 1 ? 'run' : 'runs'} each`;
  return `${title}\n${renderTable(
    HEADINGS,
    entries.map(([id, summary]) => row(id, summary, results)),
  )}`;
}
