import type { ReportWriter } from './report.js';
import { shownIssue } from './shown-issue.js';

/**
 * A report as JSON, one object a line, told apart by `type`: `run` first, an `issue` a line, `file` with the figures
 * of a file behind its issues, `end` last. It keeps nothing.
 */
export function createNdjsonReport(): ReportWriter {
  let identify = false;
  let path: string | null = null;
  const line = (type: string, value: object): string => `${JSON.stringify({ type, ...value })}\n`;
  return {
    begin(run) {
      identify = run.identify;
      return line('run', run);
    },
    beginFile(file) {
      path = file.path;
      return '';
    },
    issues(issues) {
      let text = '';
      for (const issue of issues) text += line('issue', shownIssue(path, issue, identify));
      return text;
    },
    endFile: (figures) => line('file', figures),
    end: (figures) => line('end', figures),
  };
}
