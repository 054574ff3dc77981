import type { Place } from '@rollbook/model';
import type { Severity } from '@rollbook/parser-kit';
import type { CodeFigures, FileFigures, ReportRun, ReportWriter, ShownIssue } from './report.js';
import { shownIssue } from './shown-issue.js';
import { xmlAttribute, xmlText } from './xml-text.js';

/** Places that a failure names. */
const mostPlaces = 20;
const ORDER: Readonly<Record<Severity, number>> = { error: 0, query: 1, info: 2 };

/**
 * A report as JUnit XML for CI systems: a suite a file, with a case for whether it could be read and one for each rule
 * that ran and each code of the parser's that was met. A code as severe as the run's `failOn` is a failure that names
 * its first places; milder ones stand in the suite's `system-out`. A file that can't be read is an error, and has no
 * cases of rules. In the form that both the schema of Ant's JUnit task and that of Jenkins' xUnit plugin take.
 */
export function createJunitReport(): ReportWriter {
  let run: ReportRun | undefined;
  let path: string | null = null;
  let suites = 0;
  let places = new Map<string, string[]>();
  return {
    begin(started) {
      run = started;
      return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
    },
    beginFile(file) {
      path = file.path;
      places = new Map();
      return '';
    },
    issues(issues) {
      for (const found of issues) {
        const { code } = found.issue;
        let known = places.get(code);
        if (known === undefined) places.set(code, (known = []));
        if (known.length < mostPlaces) known.push(placeLine(shownIssue(path, found, run?.identify ?? false)));
      }
      return '';
    },
    endFile(figures) {
      if (run === undefined) throw new Error('begin comes before the rest of a report');
      return suiteOf(run, figures, suites++, places);
    },
    end: () => '</testsuites>\n',
  };
}

function suiteOf(
  run: ReportRun,
  figures: FileFigures,
  id: number,
  places: ReadonlyMap<string, readonly string[]>,
): string {
  const { path, error, seconds } = figures;
  const name = path ?? 'store';
  const fails = ({ severity }: CodeFigures): boolean => ORDER[severity] <= ORDER[run.failOn];
  const failing = error === null ? figures.byCode.filter(fails) : [];
  const mild = error === null ? figures.byCode.filter((code) => !fails(code)) : [];
  const cases = [readableCase(name, figures)];
  if (error === null) {
    const byCode = new Map(figures.byCode.map((code) => [code.code, code]));
    const titles = new Map(run.rules.map(({ code, title }) => [code, title]));
    for (const { code, message } of figures.byCode) if (!titles.has(code)) titles.set(code, message);
    for (const [code, title] of titles) {
      const found = byCode.get(code);
      const failure = found !== undefined && fails(found) ? failureOf(found, places.get(code) ?? []) : '';
      cases.push(caseOf(name, `${code} ${title}`, failure));
    }
  }
  const counts = `tests="${cases.length}" failures="${failing.length}" errors="${error === null ? 0 : 1}" skipped="0"`;
  const when = `timestamp="${xmlAttribute(run.startedAt.slice(0, 19))}" hostname="localhost" time="${seconds.toFixed(3)}"`;
  const out = mild.map(({ severity, code, message, count }) => `${severity} ${code} ${message}: ${count}\n`);
  return [
    `<testsuite name="${xmlAttribute(name)}" package="rollbook" id="${id}" ${counts} ${when}>\n`,
    propertiesOf(run, figures),
    ...cases,
    `<system-out>${xmlText(out.join(''))}</system-out>\n<system-err></system-err>\n</testsuite>\n`,
  ].join('');
}

function propertiesOf(run: ReportRun, { format, version, sha256, records, listed }: FileFigures): string {
  const known = { asOf: run.asOf, failOn: run.failOn, format, version, sha256, records, listed };
  const lines = Object.entries(known)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<property name="${name}" value="${xmlAttribute(String(value))}"/>\n`);
  return `<properties>\n${lines.join('')}</properties>\n`;
}

function readableCase(name: string, { error }: FileFigures): string {
  if (error === null) return caseOf(name, 'can be read', '');
  const { code, message, help, place } = error;
  const text = [message, help, placeText(place)].filter((part) => part !== '').join('\n');
  return caseOf(
    name,
    'can be read',
    `<error type="${xmlAttribute(code)}" message="${xmlAttribute(message)}">${xmlText(text)}</error>`,
  );
}

function caseOf(suite: string, name: string, content: string): string {
  const start = `<testcase name="${xmlAttribute(name)}" classname="${xmlAttribute(suite)}" time="0"`;
  return content === '' ? `${start}/>\n` : `${start}>${content}</testcase>\n`;
}

function failureOf({ code, severity, message, help, count }: CodeFigures, places: readonly string[]): string {
  const more = count - places.length;
  const lines = [help, ...places, ...(more > 0 ? [`and ${more} more`] : [])];
  const title = `${message}: ${count} (${severity})`;
  return `<failure type="${xmlAttribute(code)}" message="${xmlAttribute(title)}">${xmlText(lines.join('\n'))}</failure>`;
}

function placeText({ line, column, row, columnName, sheet, path }: Place): string {
  const named = { sheet, row, column: columnName, line, character: column };
  const parts = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${value}`],
  );
  return [parts.join(', '), path ?? ''].filter((part) => part !== '').join(' ');
}

function placeLine({ place, field, school, yearGroup, date, value, pupil }: ShownIssue): string {
  const known = { school, 'year group': yearGroup, date, field, value: value ?? null, pupil: pupil ?? null };
  const parts = Object.entries(known).flatMap(([name, one]) => (one === null ? [] : [`${name} ${one}`]));
  return [placeText(place), ...parts].filter((part) => part !== '').join('; ');
}
