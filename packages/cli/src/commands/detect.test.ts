import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

describe('detect', () => {
  it('says format, version, confidence and reason', async () => {
    const { code, stdout, stderr } = await runCaptured(['detect', fixture]);
    expect(code).toBe(0);
    expect(stdout).toBe(`${fixture}: ctf 25.0, confidence 1 (root element CTfile, CTFversion 25.0)\n`);
    expect(stderr).toBe('');
  });

  it('reads standard input', async () => {
    const stdin = await readFile(join(fixtures, fixture));
    const { code, stdout } = await runCaptured(['detect', '-'], { stdin });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\(stdin\): ctf 25\.0/);
  });

  it('prints one JSON object, and does the others when one can not be read', async () => {
    const { code, stdout, stderr } = await runCaptured(['detect', 'missing.xml', fixture, '--json']);
    expect(code).toBe(ExitCode.unreadable);
    expect(lines(stdout)).toHaveLength(1);
    expect(JSON.parse(stdout)).toEqual({
      files: [
        {
          path: 'missing.xml',
          name: 'missing.xml',
          format: null,
          title: null,
          version: null,
          confidence: 0,
          reason: null,
          error: expect.objectContaining({ code: 'file-not-found', place: {} }),
        },
        {
          path: fixture,
          name: fixture,
          format: 'ctf',
          title: 'Common Transfer File (CTF)',
          version: '25.0',
          confidence: 1,
          reason: 'root element CTfile, CTFversion 25.0',
          error: null,
        },
      ],
    });
    expect(stderr).toMatch(/^missing\.xml: /);
  });

  it.each([
    ['a folder', '.', 'folder'],
    ['a missing file', 'missing.xml', 'no file'],
    ['a ZIP named .xml', '-', 'ZIP', Buffer.from('504b030414000000', 'hex')],
    ['an empty file', '-', 'empty', Buffer.alloc(0)],
    ['a web page', '-', 'web page', Buffer.from('<!DOCTYPE html><html></html>')],
    [
      'XML with a DOCTYPE',
      '-',
      '(line 2, column 1)',
      Buffer.from('<?xml version="1.0"?>\n<!DOCTYPE a><CTfile/>'),
    ],
    ['XML of another kind', '-', 'No parser knows', Buffer.from('<feed/>')],
  ])('exits with 3 for %s', async (_name, path, message, stdin = Buffer.alloc(0)) => {
    const { code, stdout, stderr } = await runCaptured(['detect', path], { stdin });
    expect(code).toBe(ExitCode.unreadable);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});
