import { describe, expect, it } from 'vitest';
import { parseDatabase } from './database.js';
import { runCaptured } from './run-captured.test-support.js';

describe('parseDatabase', () => {
  it('takes a folder or a server', () => {
    expect(parseDatabase('pglite:./a')).toEqual({ text: 'pglite:./a', folder: './a' });
    expect(parseDatabase('postgresql://ada@db.example/school')).toEqual({
      text: 'postgresql://ada@db.example/school',
      server: 'postgresql://ada@db.example/school',
    });
  });

  it('keeps a password to itself', () => {
    const { text } = parseDatabase(
      'postgres://ada:hush@db.example:5433/school?password=hush&sslmode=require',
    );
    expect(text).toBe('postgres://ada@db.example:5433/school?sslmode=require');
  });

  it.each(['', 'pglite:', 'mysql://a/b', 'postgresql:a', 'sqlite:x', 'postgresql://['])(
    'refuses %j',
    (text) => {
      expect(() => parseDatabase(text)).toThrow('pglite:DIR');
    },
  );
});

describe('--db with a server that does not answer', () => {
  it('fails, and shows no password', async () => {
    const db = ['--db', 'postgresql://ada:hush@127.0.0.1:1/school'];
    const { code, stderr, stdout } = await runCaptured(['ledger', ...db]);
    expect(code).toBe(70);
    expect(stderr).toContain('ECONNREFUSED');
    expect(stderr + stdout).not.toContain('hush');
  });
});
