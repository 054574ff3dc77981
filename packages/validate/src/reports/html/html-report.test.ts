import { createHash } from 'node:crypto';
import { SaxesParser as Parser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { fileLabels } from './files-section.js';
import { createHtmlReport, type HtmlReportOptions } from './html-report.js';
import type { PageData } from './page-data.js';
import { hostileIssue, hostileTexts } from './testing/hostile.js';
import { sampleRun, type SampleOptions, secrets, writeRun } from './testing/sample-run.js';

const page = (sample: SampleOptions = {}, options: HtmlReportOptions = {}): string =>
  writeRun(createHtmlReport(options), sampleRun(sample));

const dataOf = (text: string): PageData =>
  JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>/.exec(text)?.[1] ?? '') as PageData;

/** What a reader sees, in one line. */
const seen = (text: string): string =>
  text
    .slice(text.indexOf('<body>'), text.indexOf('<script type'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the head', () => {
  it('lets nothing in but its own styles and script', () => {
    const text = page();
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
    const hash = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const [script] = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, own = '']) => own);
    const styles = [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, own = '']) => own);
    expect(styles).toHaveLength(2);
    for (const own of [script ?? '', ...styles]) expect(policy).toContain(hash(own));
    expect(text).not.toMatch(/ style=| on[a-z]+="|<link|<img|<iframe|\bsrc=/);
    expect(text).toContain('<html lang="en-GB">');
  });

  it('has the title that it is given, escaped', () => {
    const text = page({}, { title: 'Checks <of> today' });
    expect(text).toContain('<title>Checks &lt;of&gt; today</title>');
    expect(text).toContain('<h1>Checks &lt;of&gt; today</h1>');
  });
});

describe('the page', () => {
  it('is well formed, with ids that are there once and headings in order', () => {
    for (const sample of [
      { files: 3, unreadable: true, identify: true },
      { files: 1, issues: 0 },
      { files: 4, change: hostileIssue },
    ]) {
      // As it is written to a file, where half a surrogate pair can't be
      const text = Buffer.from(page(sample)).toString();
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      levels.reduce((before, level) => {
        expect(level).toBeLessThanOrEqual(before + 1);
        return level;
      }, 0);
      const parser = new Parser();
      parser.on('error', (error) => {
        throw error;
      });
      // Elements without an end, and attributes without a value, are not XML
      const body = text.slice(text.indexOf('<body>'), text.indexOf('</html>'));
      parser
        .write(
          body
            .replace(/<script type[\s\S]*?<\/script>/, '')
            .replace(/<(input|br)([^>]*)>/g, '<$1$2/>')
            .replace(/ (selected|data-heat)(?=[ >])/g, ' $1=""')
            .replaceAll('\u0000', ''),
        )
        .close();
    }
  });

  it('says first what was checked, as of when, that it failed and why', () => {
    const text = seen(page({ files: 3, unreadable: true, failOn: 'query', issues: 60 }));
    expect(text).toContain(
      'Checked on 2 October 2026 at 09:15 BST, as of 1 October 2026, by Rollbook 0.9.1 with 6 rules',
    );
    expect(text).toMatch(
      /Failed 1 file could not be read, \d+ errors have to be put right and \d+ queries have to be looked at\./,
    );
    expect(text).toContain('Errors and queries fail this check');
    expect(text).toContain('The file ends in the middle of an element line 812, column 3 xml-malformed');
    expect(text).toContain('Ask the school to export the file again');
    expect(text).toContain('Files 3 1 could not be read');
  });

  it('says that a check was passed, and that nothing was found', () => {
    const text = seen(page({ files: 1, issues: 0 }));
    expect(text).toContain('Passed');
    expect(text).toContain('Nothing was found.');
    expect(text).toContain('No rule found anything.');
    expect(text).not.toContain('Failed');
    expect(text).not.toContain('could not be read');
  });

  it('leaves issues of a file that broke off out of list and figures', () => {
    const text = page({ files: 2, unreadable: true, issues: 60 });
    expect(dataOf(text).rows).toHaveLength(60);
    expect(text.match(/<article/g)).toHaveLength(1);
  });

  it('has figures of all files together, and of each', () => {
    expect([...page({ files: 3 }).matchAll(/data-scope="(\d*)"/g)].map(([, scope]) => scope)).toEqual([
      '',
      '0',
      '1',
      '2',
    ]);
    expect([...page({ files: 1 }).matchAll(/data-scope="(\d*)"/g)].map(([, scope]) => scope)).toEqual(['0']);
  });

  it('leaves attendance out where there are too many files for one page', () => {
    const text = page({ files: 80, issues: 1 });
    expect(text).toContain('a page of so many files would be slow');
    expect(page({ files: 3, issues: 1 })).not.toContain('a page of so many files would be slow');
  });
});

describe('pupils', () => {
  it('are in no part of a page that does not identify', () => {
    const text = page({ identify: false, files: 2 });
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect(text).not.toContain('holds pupil data');
    expect(text).not.toContain('data-sort="value"');
    expect(dataOf(text).rows.every((row) => row.length === 12)).toBe(true);
  });

  it('are there, with a warning, when the run identifies', () => {
    const text = page({ identify: true, files: 2 });
    for (const secret of Object.values(secrets)) expect(text).toContain(secret);
    expect(text).toContain('This page holds pupil data.');
    expect(text).toContain('data-sort="value"');
  });
});

describe('the limit', () => {
  it('keeps the worst, and says how many are left out', () => {
    const run = sampleRun({ files: 2, issues: 60 });
    const text = writeRun(createHtmlReport({ maxIssues: 30 }), run);
    const rows = dataOf(text).rows;
    expect(rows).toHaveLength(30);
    expect(Math.max(...rows.map((row) => row[1] ?? 9))).toBe(run.figures.issues.error >= 30 ? 0 : 1);
    expect(seen(text)).toContain('30 of 120 issues are listed here, the worst kept first; 90 are left out.');
    expect(seen(page({ files: 2, issues: 60 }))).not.toContain('left out');
  });

  it('may be none, or what is no limit', () => {
    const text = page({}, { maxIssues: 0 });
    expect(dataOf(text).rows).toEqual([]);
    expect(seen(text)).toContain('This report lists no issues.');
    expect(() => createHtmlReport({ maxIssues: -1 })).toThrow(RangeError);
  });
});

it('lets no hostile text become markup', () => {
  const text = page({
    identify: true,
    files: 1,
    change: hostileIssue,
    figures: (own) => ({
      ...own,
      name: hostileTexts[1] ?? '',
      format: hostileTexts[2] ?? '',
      schools: [hostileTexts[3] ?? ''],
      error: null,
    }),
  });
  expect(text.match(/<script/g)).toHaveLength(2);
  expect(text).not.toMatch(/<img|<svg onload|<!--/);
  expect(dataOf(text).texts).toContain(hostileTexts[0]);
});

it('names files apart', () => {
  const file = (path: string | null, name: string | null) => ({ path, name });
  expect(
    fileLabels([
      file('a/x.xml', 'x.xml'),
      file('b/x.xml', 'x.xml'),
      file('b/y.xml', 'y.xml'),
      file('-', null),
      file(null, null),
    ]),
  ).toEqual(['a/x.xml', 'b/x.xml', 'y.xml', 'Standard input', 'Across schools (the store)']);
});

it('wants to begin before it goes on', () => {
  expect(() => createHtmlReport().issues([])).toThrow('begin');
});
