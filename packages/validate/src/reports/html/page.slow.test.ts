import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHtmlReport } from './html-report.js';
import { findBrowser } from './testing/find-browser.js';
import { hostileIssue, hostileTexts } from './testing/hostile.js';
import { sampleRun, type SampleOptions, secrets, writeRun } from './testing/sample-run.js';

const executablePath = findBrowser();
if (executablePath === undefined && !process.env.CI)
  console.warn('The page is not tried in a browser: there is no Chromium. ROLLBOOK_CHROMIUM may name one.');

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

it.runIf(process.env.CI)('has a browser in CI', () => {
  expect(
    executablePath,
    'CI needs a Chromium: .ci/run installs one, or ROLLBOOK_CHROMIUM names one',
  ).toBeDefined();
});

describe.skipIf(executablePath === undefined)('the page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollbook-page-'));
  let browser: Browser;
  let opened: { page: Page; requests: string[]; complaints: string[] }[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });

  afterEach(async () => {
    for (const { page, requests, complaints } of opened) {
      expect(complaints).toEqual([]);
      expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
      await page.context().close();
    }
    opened = [];
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(options: SampleOptions = {}, context: BrowserContextOptions = {}): Promise<Page> {
    const file = join(folder, `page-${Math.random().toString(36).slice(2)}.html`);
    writeFileSync(file, writeRun(createHtmlReport(), sampleRun(options)));
    const page = await (
      await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        locale: 'en-GB',
        offline: true,
        ...context,
      })
    ).newPage();
    const own = { page, requests: [] as string[], complaints: [] as string[] };
    opened.push(own);
    page.on('request', (request) => own.requests.push(request.url()));
    page.on('console', (message) => own.complaints.push(message.text()));
    page.on('pageerror', (error) => own.complaints.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  const rows = (page: Page) => page.locator('#list tbody tr');
  const count = (page: Page) => page.locator('#count').innerText();
  const focused = (page: Page) => page.locator(':focus');

  /** Presses Tab until the thing has the focus; fails when a hundred times aren't enough. */
  async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
    for (let i = 0; i < 150; i++) {
      await page.keyboard.press(key);
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    }
    throw new Error(`Tab never came to ${selector}`);
  }

  describe.each([
    ['light', false],
    ['dark', false],
    ['light', true],
    ['dark', true],
  ] as const)('in %s colours, identify %s', (colorScheme, identify) => {
    it.each([320, 768, 1440])('is accessible and fits at %i pixels', async (width) => {
      const page = await open(
        { identify, unreadable: true, files: 3, issues: 40 },
        { colorScheme, viewport: { width, height: 900 } },
      );
      await page.evaluate(`for (const node of document.querySelectorAll('details')) node.open = true`);
      await page.locator('.open').first().click();
      await page.evaluate(`document.activeElement.blur()`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      // Through the debugger, since the page's own policy lets no other script in
      await page.evaluate(readFileSync(axe, 'utf8'));
      const { violations } = await page.evaluate<{
        violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
      }>('axe.run(document, { resultTypes: ["violations"] })');
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`),
      ).toEqual([]);
    });
  });

  it('searches, and says how many there are', async () => {
    const page = await open({ files: 2, issues: 120 });
    expect(await count(page)).toBe('240 issues');
    await page.locator('#f-text').fill('CHECK letter');
    const run = sampleRun({ files: 2, issues: 120 });
    const expected = run.files.flatMap(({ issues }) =>
      issues.filter(({ issue }) => issue.code === '1510'),
    ).length;
    expect(await count(page)).toBe(`${expected} of 240 issues`);
    await page.locator('#f-text').fill('no such thing');
    expect(await count(page)).toBe('0 of 240 issues');
    expect(await rows(page).count()).toBe(0);
    await page.locator('#clear').click();
    await expect.poll(() => count(page)).toBe('240 issues');
  });

  it('is worked by keyboard alone', async () => {
    const page = await open({ files: 2, issues: 120 });
    await page.keyboard.press('Tab');
    expect(await focused(page).innerText()).toBe('Skip to the content');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    await tabTo(page, '#f-text');
    await page.keyboard.type('year 7');
    const narrowed = await count(page);
    expect(narrowed).toMatch(/^\d+ of 240 issues$/);
    await tabTo(page, '#f-severity');
    await page.keyboard.press('E');
    await expect.poll(() => count(page)).not.toBe(narrowed);
    expect(await page.locator('#f-severity').inputValue()).toBe('error');
    await tabTo(page, '#clear');
    await page.keyboard.press('Enter');
    await expect.poll(() => count(page)).toBe('240 issues');

    await tabTo(page, '[data-sort="code"]');
    await page.keyboard.press('Enter');
    expect(await page.locator('th[data-key="code"]').getAttribute('aria-sort')).toBe('ascending');
    expect(await page.locator('th[aria-sort]').count()).toBe(1);
    expect(await rows(page).first().locator('.c-code').innerText()).toBe('1500');
    await page.keyboard.press('Enter');
    expect(await page.locator('th[data-key="code"]').getAttribute('aria-sort')).toBe('descending');
    expect(await rows(page).first().locator('.c-code').innerText()).toBe('sen-spells-overlap');

    await tabTo(page, '.open');
    await page.keyboard.press('Enter');
    expect(await focused(page).getAttribute('aria-expanded')).toBe('true');
    expect(await page.locator('tr.details').innerText()).toContain('What to do');
    await page.keyboard.press('Enter');
    expect(await page.locator('tr.details').count()).toBe(0);

    await tabTo(page, '[aria-label="Pages of issues, bottom"] [data-page="1"]');
    for (let i = 0; i < 12; i++) await page.keyboard.press('Enter');
    expect(await page.locator('.page-of').first().innerText()).toBe('Page 10 of 10');
    expect(await focused(page).innerText()).toBe('Next');
    expect(await focused(page).getAttribute('aria-disabled')).toBe('true');
    expect(await rows(page).count()).toBe(15);
  });

  it('goes through attendance by arrow keys', async () => {
    const page = await open({ files: 1 });
    await tabTo(page, 'table[data-heat] td[tabindex="0"]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page).getAttribute('aria-label')).toMatch(
      /^Monday 15 September 2025 PM: 9\d\.\d%, 6\d\d of \d\d\d attended; \d+ authorised, \d+ unauthorised/,
    );
    await expect.poll(() => page.locator('.tip').isVisible()).toBe(true);
    expect(await page.locator('.tip b').innerText()).toBe('Monday 15 September 2025 PM');
    await page.keyboard.press('End');
    expect(await focused(page).getAttribute('aria-label')).toMatch(/^Monday 13 July 2026 PM/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.tip').isVisible()).toBe(false);
    expect(await page.locator('table[data-heat] td[tabindex="0"]').count()).toBe(1);
  });

  it('switches its colours and remembers it', async () => {
    const page = await open({}, { colorScheme: 'dark' });
    const paper = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const dark = await paper();
    const toggle = page.locator('#theme');
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    await toggle.click();
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
    expect(await paper()).not.toBe(dark);
    await page.reload();
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
    expect(await paper()).not.toBe(dark);
    await toggle.focus();
    await page.keyboard.press('Space');
    expect(await paper()).toBe(dark);
  });

  it('narrows the list down by a bar, a year group, a month and a file', async () => {
    const page = await open({ files: 2, issues: 120 });
    const { files } = sampleRun({ files: 2, issues: 120 });
    const all = files.flatMap(({ issues }) => issues);
    await page.locator('#f-text').fill('something else');
    await page.locator('.scope:visible .by-code svg.bar').first().click();
    expect(await count(page)).toBe(
      `${all.filter(({ issue }) => issue.code === '1510').length} of 240 issues`,
    );
    expect(await page.locator('#f-text').inputValue()).toBe('');
    expect(await focused(page).innerText()).toBe('Issues');

    await page.locator('.scope:visible .by-year a', { hasText: 'Not given' }).focus();
    await page.keyboard.press('Enter');
    expect(await count(page)).toBe(
      `${all.filter(({ yearGroup }) => yearGroup === undefined).length} of 240 issues`,
    );

    await page.locator('.scope:visible .months a', { hasText: 'Mar' }).click();
    expect(await count(page)).toBe(
      `${all.filter(({ date }) => date?.startsWith('2026-03')).length} of 240 issues`,
    );
    expect(await page.locator('#f-to').inputValue()).toBe('2026-03-31');

    await page.locator('#scope').selectOption({ label: 'school-2.xml' });
    expect(await page.locator('.scope:visible').count()).toBe(1);
    await page.locator('.scope:visible .by-code a').first().click();
    expect(await count(page)).toBe(
      `${files[1]?.issues.filter(({ issue }) => issue.code === '1510').length ?? 0} of 240 issues`,
    );

    await page.locator('.files a').first().click();
    expect(await page.locator('#f-file').inputValue()).toBe('0');
    expect(await page.locator('#f-severity').inputValue()).toBe('error');
  });

  it('has its figures without JavaScript', async () => {
    const page = await open({ files: 2, unreadable: false }, { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    expect(text).toContain('UPN has the wrong check letter');
    expect(text).toContain('92.8% of 247,040 possible sessions attended');
    expect(text).toContain('The list of issues needs JavaScript');
    expect(await page.locator('article.scope').count()).toBe(3);
    expect(await page.locator('article.scope:visible').count()).toBe(3);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('#theme').isVisible()).toBe(false);
  });

  it('shows hostile texts as text', async () => {
    const page = await open(
      {
        identify: true,
        files: 1,
        issues: 40,
        change: hostileIssue,
        figures: (own) => ({ ...own, name: hostileTexts[1] ?? '', path: hostileTexts[0] ?? '' }),
      },
      { viewport: { width: 320, height: 900 } },
    );
    expect(await page.title()).toBe('Data quality report');
    expect(await page.locator('img, script:not([id])').count()).toBe(1);
    expect(await count(page)).toBe('40 issues');
    for (const button of await page.locator('.open').all()) await button.click();
    for (const cell of (await page.locator('.list tr.details dd').all()).slice(0, 12)) await cell.hover();
    expect(await page.title()).toBe('Data quality report');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    const details = await page.locator('tr.details').allInnerTexts();
    for (const text of hostileTexts.slice(0, 9)) expect(details.join('\n')).toContain(text);
  });

  it('answers a search in 5,000 issues within 200 ms', async () => {
    const page = await open({ files: 1, issues: 5000 });
    expect(await count(page)).toBe('5,000 issues');
    const times = await page.evaluate<number[]>(`(() => {
      const field = document.getElementById('f-text');
      return ['u', 'up', 'upn year 7', 'nothing at all', ''].map((text) => {
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        document.body.getBoundingClientRect();
        return performance.now() - start;
      });
    })()`);
    console.info(`search in 5,000 issues: ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
    expect(Math.max(...times)).toBeLessThan(200);
    await page.locator('[data-sort="message"]').click();
    expect(await rows(page).count()).toBe(25);
  });

  it('shows names, values and keys, and warns of them, with identify alone', async () => {
    const page = await open({ identify: true, files: 1 });
    expect(await page.locator('.banner').innerText()).toContain('This page holds pupil data.');
    expect(await rows(page).first().innerText()).toContain(secrets.pupil);
    await page.locator('#f-text').fill(`${secrets.value}-42`);
    expect(await count(page)).toBe('1 of 120 issues');
    const without = await open({ identify: false, files: 1 });
    expect(await without.locator('.banner').count()).toBe(0);
    const text = await without.content();
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
  });

  it('prints what is found, without what is for the screen', async () => {
    const page = await open({ files: 1, issues: 60 }, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(24, 34, 38)');
    expect(await page.locator('#filters').isVisible()).toBe(false);
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await rows(page).count()).toBe(60);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await rows(page).count()).toBe(25);
  });
});
