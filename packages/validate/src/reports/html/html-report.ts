import type { FileFigures, ReportRun, ReportWriter, RunFigures } from '../report.js';
import { shownIssue } from '../shown-issue.js';
import { figuresSection } from './figures-section.js';
import { fileLabels, filesSection, unreadableSection } from './files-section.js';
import { pageHead } from './head.js';
import { headline } from './headline.js';
import { issuesSection } from './issues-section.js';
import { KeptIssues } from './kept-issues.js';
import { markup, scriptJson } from './markup.js';
import { toPageData } from './page-data.js';
import { rulesSection } from './rules-section.js';
import { totalOf } from './severities.js';

export interface HtmlReportOptions {
  /** Issues that the page lists in all, the worst kept first; 5,000 when absent. Its figures count every issue. */
  readonly maxIssues?: number;
  /** The page's heading; `Data quality report` when absent. */
  readonly title?: string;
}

/**
 * A report as one HTML page that is opened from disk and asks nothing of any network: what was found, its charts, and a
 * list of issues to search and sort. Its figures are there without JavaScript, and pupils' data only when the
 * run identifies. What comes out before `end` is the page's head; memory grows with files and with listed issues.
 *
 * @throws RangeError when `maxIssues` is no whole number from 0 on
 */
export function createHtmlReport({
  maxIssues = 5000,
  title = 'Data quality report',
}: HtmlReportOptions = {}): ReportWriter {
  const kept = new KeptIssues(maxIssues);
  const files: FileFigures[] = [];
  let run: ReportRun | undefined;
  let path: string | null = null;

  const begun = (): ReportRun => {
    if (run === undefined) throw new Error('begin comes before the rest of a report');
    return run;
  };

  return {
    begin(started) {
      run = started;
      return pageHead(title).text;
    },
    beginFile(file) {
      path = file.path;
      return '';
    },
    issues(issues) {
      const { identify } = begun();
      for (const issue of issues) kept.add({ file: files.length, shown: shownIssue(path, issue, identify) });
      return '';
    },
    endFile(figures) {
      // What was found in a file up to where it broke off counts no more than its records do
      if (figures.error !== null) kept.drop(files.length);
      files.push(figures);
      return '';
    },
    end: (figures) => pageBody(title, begun(), files, figures, kept),
  };
}

function pageBody(
  title: string,
  run: ReportRun,
  files: readonly FileFigures[],
  figures: RunFigures,
  issues: KeptIssues,
): string {
  const labels = fileLabels(files);
  const kept = issues.list();
  return markup`<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top"><span class="brand">Rollbook</span><button type="button" id="theme" class="with-script" aria-pressed="false">Dark colours</button></header>
<main id="main" tabindex="-1">
${headline(title, run, files, figures)}
${unreadableSection(files, labels)}
${filesSection(files, labels)}
${figuresSection(run, files, labels)}
${issuesSection({ kept, labels, total: totalOf(figures.issues) })}
${rulesSection(run.rules)}
</main>
<footer><p>Made on this computer by ${run.tool.name} ${run.tool.version}. The page loads nothing and sends nothing.</p></footer>
<script type="application/json" id="data">${scriptJson(toPageData(kept, labels, run.identify))}</script>
</body>
</html>
`.text;
}
