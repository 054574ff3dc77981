import type { ReportIssue, ShownIssue } from './report.js';

/** What a report may show of an issue. This is the one place where pupils' data is let through or held back. */
export function shownIssue(file: string | null, found: ReportIssue, identify: boolean): ShownIssue {
  const { issue, school, yearGroup, date, status, pupil } = found;
  const shown: ShownIssue = {
    file,
    severity: issue.severity,
    code: issue.code,
    message: issue.message,
    school: school ?? null,
    yearGroup: yearGroup ?? null,
    date: date ?? null,
    kind: issue.record?.kind ?? null,
    field: issue.field ?? null,
    status: status ?? null,
    place: issue.place,
    help: issue.help,
  };
  if (!identify) return shown;
  return {
    ...shown,
    value: issue.value ?? null,
    key: issue.record?.key ?? null,
    pupilKey: issue.record?.pupilKey ?? (issue.record?.kind === 'pupil' ? issue.record.key : null),
    pupil: pupil ?? null,
  };
}
