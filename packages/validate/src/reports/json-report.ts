import type { ReportWriter } from './report.js';
import { shownIssue } from './shown-issue.js';

/**
 * A report as one JSON document, described by `reportSchema`: the run, then each file with its issues and figures,
 * then the end. It keeps nothing. A file that was begun and not ended has null for figures, so that what was written
 * up to `end` is a document in any case.
 */
export function createJsonReport(): ReportWriter {
  let identify = false;
  let path: string | null = null;
  let files = 0;
  let open = false;
  let issuesOfFile = 0;
  const close = (figures: object | null): string => {
    if (!open) return '';
    open = false;
    return `\n  ], "figures": ${JSON.stringify(figures)}}`;
  };
  return {
    begin(run) {
      identify = run.identify;
      return `{"reportVersion": 1,\n"run": ${JSON.stringify(run)},\n"files": [`;
    },
    beginFile(file) {
      const before = close(null);
      path = file.path;
      open = true;
      issuesOfFile = 0;
      const { name } = file;
      return `${before}${files++ === 0 ? '' : ','}\n{"path": ${JSON.stringify(path)}, "name": ${JSON.stringify(name)}, "issues": [`;
    },
    issues(issues) {
      let text = '';
      for (const issue of issues)
        text += `${issuesOfFile++ === 0 ? '' : ','}\n    ${JSON.stringify(shownIssue(path, issue, identify))}`;
      return text;
    },
    endFile: close,
    end: (figures) => `${close(null)}\n],\n"end": ${JSON.stringify(figures)}}\n`,
  };
}
