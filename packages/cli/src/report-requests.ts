import { InvalidArgumentError, Option } from 'commander';
import { reportFormats, type ReportFormat } from '@rollbook/validate/reports';
import { UsageError } from './errors.js';

/** A report that was asked for. */
export interface ReportRequest {
  readonly format: ReportFormat;
  /** The file to write; standard output when absent. */
  readonly out?: string;
}

function format(value: string, before: readonly ReportFormat[] | undefined): ReportFormat[] {
  const known = reportFormats.find((name) => name === value);
  if (known === undefined) throw new InvalidArgumentError(`Known reports: ${reportFormats.join(', ')}.`);
  return [...(before ?? []), known];
}

export const reportOption = (): Option =>
  new Option(
    '--report <format>',
    `write a report: ${reportFormats.join(', ')}; may be given again, each with its own --out`,
  ).argParser(format);

export const outOption = (): Option =>
  new Option(
    '--out <file>',
    'where the report goes, in the order of --report; standard output when not given',
  ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);

/** Pairs `--report` with `--out`. @throws UsageError when they don't go together */
export function reportRequests({
  report = [],
  out = [],
  json,
}: {
  readonly report?: readonly ReportFormat[];
  readonly out?: readonly string[];
  readonly json?: true;
}): ReportRequest[] {
  if (json && report.length > 0) throw new UsageError('--json is short for --report json: give one of them.');
  if (json && out.length === 0) return [{ format: 'json' }];
  const formats: readonly ReportFormat[] = json ? ['json'] : report;
  if (out.length > formats.length)
    throw new UsageError('--out says where a report goes, and there is no --report for it.');
  if (formats.length > 1 && out.length < formats.length)
    throw new UsageError('Of several reports each needs its own --out.');
  if (new Set(out).size < out.length) throw new UsageError('Two reports have the same --out.');
  return formats.map((format, index) => {
    const file = out[index];
    return file === undefined ? { format } : { format, out: file };
  });
}

export const reportAsJsonOption = (): Option => new Option('--json', 'short for --report json');

export const failOnOption = (): Option =>
  new Option('--fail-on <severity>', 'exit with 1 when there are issues of this severity or worse')
    .choices(['error', 'query'])
    .default('error');

export const historyOption = (): Option =>
  new Option(
    '--history <folder>',
    'compare with the last file of the same school that was checked with this folder, and remember this one there',
  );
