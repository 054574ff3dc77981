import type { Place } from '@rollbook/model';
import type { Severity } from '@rollbook/parser-kit';
import { artifactUri } from './artifact-uri.js';
import type { ReportFailure, ReportRule, ReportRun, ReportWriter, ShownIssue } from './report.js';
import { shownIssue } from './shown-issue.js';

const LEVELS = { error: 'error', query: 'warning', info: 'note' } as const satisfies Record<Severity, string>;
const STATES = { new: 'new', still: 'unchanged' } as const;

/**
 * A report as SARIF 2.1.0 (OASIS), one run: results as they come, then what is known at the end (rules, files, and
 * files that could not be read, as notifications). It keeps rules and files, not results.
 */
export function createSarifReport(): ReportWriter {
  const rules = new Map<string, { readonly index: number; readonly rule: ReportRule }>();
  const artifacts: object[] = [];
  const notifications: object[] = [];
  let run: ReportRun | undefined;
  let path: string | null = null;
  let results = 0;
  const ruleOf = (rule: () => ReportRule, code: string): number => {
    const known = rules.get(code);
    if (known !== undefined) return known.index;
    rules.set(code, { index: rules.size, rule: rule() });
    return rules.size - 1;
  };
  return {
    begin(started) {
      run = started;
      for (const rule of run.rules) ruleOf(() => rule, rule.code);
      return '{"version": "2.1.0", "runs": [{\n"results": [';
    },
    beginFile(file) {
      path = file.path;
      return '';
    },
    issues(issues) {
      let text = '';
      for (const found of issues) {
        const shown = shownIssue(path, found, run?.identify ?? false);
        const { code, message, severity, help } = shown;
        const index = ruleOf(() => ({ code, title: message, severity, help, packs: [] }), code);
        text += `${results++ === 0 ? '' : ','}\n${JSON.stringify(resultOf(shown, index))}`;
      }
      return text;
    },
    endFile({ sha256, size, error }) {
      if (path !== null)
        artifacts.push({
          location: { uri: artifactUri(path) },
          ...(size === null ? {} : { length: size }),
          ...(sha256 === null ? {} : { hashes: { 'sha-256': sha256 } }),
        });
      if (error !== null) notifications.push(notificationOf(path, error));
      return '';
    },
    end({ unreadable }) {
      const rest = {
        tool: {
          driver: driverOf(
            run,
            [...rules.values()].map(({ rule }) => rule),
          ),
        },
        invocations: [
          {
            executionSuccessful: unreadable === 0,
            ...(run === undefined ? {} : { startTimeUtc: run.startedAt }),
            toolExecutionNotifications: notifications,
          },
        ],
        artifacts,
        automationDetails: { id: `rollbook-validate/${run?.startedAt ?? ''}` },
        columnKind: 'utf16CodeUnits',
      };
      return `\n],\n${JSON.stringify(rest).slice(1, -1)}}]}\n`;
    },
  };
}

function driverOf(run: ReportRun | undefined, rules: readonly ReportRule[]): object {
  return {
    name: run?.tool.name ?? 'rollbook',
    version: run?.tool.version ?? '',
    rules: rules.map(({ code, title, severity, help, packs, source }) => ({
      id: code,
      shortDescription: { text: title },
      help: { text: help },
      defaultConfiguration: { level: LEVELS[severity] },
      properties: { packs, ...(source === undefined ? {} : { source }) },
    })),
  };
}

function resultOf(shown: ShownIssue, ruleIndex: number): object {
  const { file, severity, code, message, school, yearGroup, date, kind, field, status, place } = shown;
  const known = { school, yearGroup, date, kind, field, columnName: place.columnName ?? null };
  const { value = null, key = null, pupilKey = null, pupil = null } = shown;
  const properties = Object.entries({ ...known, value, key, pupilKey, pupil }).filter(
    ([, one]) => one !== null,
  );
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: locationsOf(file, place),
    ...(status === null ? {} : { baselineState: STATES[status] }),
    properties: Object.fromEntries(properties),
  };
}

function notificationOf(path: string | null, { code, message, place, help }: ReportFailure): object {
  return {
    descriptor: { id: code },
    level: 'error',
    message: { text: `${message} ${help}` },
    locations: locationsOf(path, place),
  };
}

function locationsOf(file: string | null, place: Place): object[] {
  const { line, column, row, sheet, path } = place;
  // A sheet's row is no line of its file, which is not text.
  const startLine = line ?? (sheet === undefined ? row : undefined);
  const region =
    startLine === undefined
      ? {}
      : { region: { startLine, ...(column === undefined ? {} : { startColumn: column }) } };
  const logical = [
    ...(path === undefined ? [] : [{ fullyQualifiedName: path, kind: 'element' }]),
    ...(sheet === undefined
      ? []
      : [{ name: sheet, fullyQualifiedName: row === undefined ? sheet : `${sheet}!${row}`, kind: 'sheet' }]),
  ];
  if (file === null && logical.length === 0) return [];
  return [
    {
      ...(file === null
        ? {}
        : { physicalLocation: { artifactLocation: { uri: artifactUri(file) }, ...region } }),
      ...(logical.length === 0 ? {} : { logicalLocations: logical }),
    },
  ];
}
