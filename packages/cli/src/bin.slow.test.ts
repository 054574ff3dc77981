import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isUnbuilt, spawnBuilt, untilEnded } from './spawn-built.test-support.js';

const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;
const start =
  '<?xml version="1.0"?>\n<CTfile>\n<Header><CTFversion>25.0</CTFversion></Header>\n<CTFpupilData>\n';

/** Hostile documents of 1 GB by what they are: a beginning, and what comes after it again and again. */
const documents: Record<string, { before: string; again: string; code: RegExp }> = {
  'an element with 1 GB of text': {
    before: `${start}<Pupil><Surname>`,
    again: 'a',
    code: /more than \d+ char/,
  },
  'an attribute of 1 GB': { before: `${start}<Pupil id="`, again: 'a', code: /more than \d+ char/ },
  'a comment of 1 GB': { before: `${start}<!--`, again: 'a', code: /more than \d+ char/ },
  'a name of 1 GB': { before: `${start}<`, again: 'a', code: /more than \d+ char/ },
  'a pupil of 1 GB in small elements': {
    before: `${start}<Pupil>`,
    again: '<Surname>a</Surname>',
    code: /more than \d+/,
  },
  'elements in elements for 1 GB': { before: `${start}<Pupil>`, again: '<a>', code: /deep|more than \d+/ },
};

describe.skipIf(isUnbuilt)('1 GB in one piece', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-slow-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** Sends the document for as long as the child takes it. */
  const feed = async (argv: string[], { before, again }: { before: string; again: string }) => {
    const started = performance.now();
    const child = spawnBuilt(argv, { cwd: folder, memory: true });
    const ended = untilEnded(child);
    const gone = once(child, 'close');
    const piece = Buffer.from(again.repeat(Math.floor(MEGABYTE / again.length)));
    let sent = 0;
    child.stdin.write(before);
    while (sent < GIGABYTE && child.exitCode === null && !child.stdin.destroyed) {
      sent += piece.length;
      if (!child.stdin.write(piece))
        await Promise.race([once(child.stdin, 'drain').catch(() => undefined), gone]);
    }
    child.stdin.end();
    const result = await ended;
    const peak = Number(/peak (\d+) kB/.exec(result.stderr)?.[1]) / 1024;
    return { ...result, sent, peak, seconds: (performance.now() - started) / 1000 };
  };

  it.each(Object.entries(documents))('refuses %s in seconds and within 400 MB', async (name, document) => {
    const { code, stdout, stderr, peak, seconds, sent } = await feed(['parse', '-'], document);
    console.info(
      `${name}: refused after ${(sent / MEGABYTE).toFixed(0)} MB sent, ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB`,
    );
    expect(code).toBe(3);
    expect(stdout).not.toContain('"kind":"pupil"');
    expect(stderr).toMatch(document.code);
    expect(stderr).toMatch(/\(line \d+, column \d+\)/);
    expect(peak).toBeGreaterThan(10);
    expect(peak).toBeLessThan(400);
    expect(seconds).toBeLessThan(30);
  });

  it('loads nothing of it', async () => {
    const document = documents['an element with 1 GB of text']!;
    const { code, stdout } = await feed(['load', '-', '--db', 'pglite:store', '--json'], document);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      received: 0,
      loaded: 0,
      files: [{ error: { code: 'xml-text-too-long' } }],
    });
  });
});
