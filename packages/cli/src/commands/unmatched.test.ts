import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { asOf, canaries, fixture, fixtures, lines, runCaptured } from '../run-captured.test-support.js';

interface Entry {
  readonly id: number;
  readonly school: string;
  readonly reason: string;
  readonly state: string;
  readonly candidates: { readonly personId: string; readonly score: number }[];
}

describe('unmatched and match', { timeout: 60_000 }, () => {
  let folder: string;
  const run = (...argv: string[]) => runCaptured(argv, { cwd: folder });
  const queue = async (...argv: string[]): Promise<Entry[]> => {
    const { stdout } = await run('unmatched', '--json', '--identify', ...argv);
    return lines(stdout).map((line) => JSON.parse(line) as Entry);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollbook-unmatched-'));
    const text = await readFile(join(fixtures, fixture), 'utf8');
    await writeFile(join(folder, 'one.xml'), text);
    // The same children at another school, one under another name.
    const moved = text.replaceAll('<Estab>4999</Estab>', '<Estab>4998</Estab>');
    await writeFile(join(folder, 'two.xml'), moved.replaceAll('Sampleton', 'Sampelton'));
    await writeFile(join(folder, 'matching.json'), '{"default":{"identifiersNeeded":4}}');
    await writeFile(join(folder, 'wrong.json'), '{"default":{"identifiersNeeded":9}}');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('leaves pupils alone without --matching, and matches them once it is given', async () => {
    await run('load', 'one.xml', ...asOf);
    expect((await run('unmatched')).stdout).toBe('Nobody waits for a decision.\n');
    const again = await run('load', 'one.xml', '--matching', 'matching.json', ...asOf);
    expect(again.stdout).toContain('unchanged');
    expect(again.stdout).not.toContain('the same file as load');
    const { stdout } = await run('unmatched', '--school', '9994999');
    expect(stdout).toMatch(/^1 {2}9994999 {2}nobody fits, 0 candidates\n/);
    for (const canary of canaries) expect(stdout).not.toContain(canary);
    const named = await run('unmatched', '--identify');
    expect(named.stdout).toContain('Sampleton');
  });

  it('shows no more than is asked for', async () => {
    const waiting = await queue();
    expect(waiting.length).toBeGreaterThan(1);
    const { stdout } = await run('unmatched', '--limit', '1');
    expect(lines(stdout)).toEqual([
      '1  9994999  nobody fits, 0 candidates',
      'There are more; --limit shows them.',
    ]);
    expect((await run('unmatched', '--limit', String(waiting.length))).stdout).not.toContain(
      'There are more',
    );
  });

  it('takes decisions, and later pupils follow or are candidates', async () => {
    for (const { id } of await queue()) {
      const added = await run('match', String(id), '--add', '--by', 'A. Officer');
      expect(added.stdout).toMatch(new RegExp(`^Pupil ${id}: added \\(person [\\da-f-]{36}\\)\n$`));
    }
    await run('load', 'two.xml', '--matching', 'matching.json', ...asOf);
    const [renamed, ...more] = await queue('--school', '9994998');
    expect(more).toEqual([]);
    expect(renamed).toMatchObject({ reason: 'too-few-identifiers', state: 'open' });
    const [best] = renamed!.candidates;
    expect(best!.score).toBeGreaterThan(0.9);
    const matched = await run(
      'match',
      String(renamed!.id),
      '--person',
      best!.personId,
      '--by',
      'A. Officer',
      '--json',
    );
    expect(JSON.parse(matched.stdout)).toMatchObject({
      id: renamed!.id,
      state: 'matched',
      personId: best!.personId,
    });
    expect((await queue('--state', 'matched')).map(({ id }) => id)).toEqual([renamed!.id]);
    const audit = await run('audit', '--json');
    expect(audit.stdout).toContain('A. Officer');
  });

  it('says what is wrong with how it was called', async () => {
    for (const [argv, told] of [
      [['match', '1', '--by', 'Me'], 'one of --person'],
      [['match', '1', '--add', '--reject', '--by', 'Me'], 'cannot be used with'],
      [['match', 'x', '--add', '--by', 'Me'], 'whole number'],
      [['match', '999', '--add', '--by', 'Me'], 'no such pupil in the queue'],
      [['match', '1', '--add', '--by', 'Me'], 'already'],
      [['match', '1', '--add'], '--by'],
      [['unmatched', '--state', 'lost'], 'Allowed choices'],
      [
        ['load', 'one.xml', '--matching', 'wrong.json'],
        'identifiersNeeded: it takes a whole number from 0 to 4.',
      ],
      [['load', 'one.xml', '--matching', 'none.json'], "can't be read"],
      [['load', 'one.xml', '--processing', 'wrong.json'], 'identifiersNeeded: no such data group'],
    ] as const) {
      const { code, stderr } = await run(...argv);
      expect(code, argv.join(' ')).toBe(ExitCode.usage);
      expect(stderr).toContain(told);
    }
  });
});
