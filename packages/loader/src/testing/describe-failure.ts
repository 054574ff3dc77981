import { UnreadableInputError, type Item } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { everything, type SuiteContext } from './context.js';
import { fileFacts, issueAbout, mark, pupil } from './items.js';

export function describeFailure(context: SuiteContext): void {
  describe('a load that fails', () => {
    const ada = pupil('A1');

    async function* cutShort(): AsyncGenerator<Item[]> {
      yield await Promise.resolve([ada, mark(ada, '2026-09-01')]);
      throw new UnreadableInputError('made-up-cut-short', 'The file is cut short.', {
        place: { line: 7 },
        help: 'Send it again.',
      });
    }

    it('leaves one ledger row and nothing else when the file can’t be read', async () => {
      await context.load([pupil('B1')], { file: fileFacts('b') });
      const before = await everything(context.store);
      await expect(context.loader.load(cutShort(), { file: fileFacts('a') })).rejects.toThrow('cut short');
      expect(await everything(context.store)).toEqual(before);
      const [failed, ...others] = await context.loader.ledger();
      expect(others).toHaveLength(1);
      expect(failed).toMatchObject({
        state: 'failed',
        received: 0,
        loaded: 0,
        unchanged: 0,
        quarantined: 0,
        failure: { code: 'made-up-cut-short', place: { line: 7 } },
        file: { name: 'file-a.xml', sha256: 'a'.repeat(64) },
      });
      const whole = await context.load([ada], { file: fileFacts('a') });
      expect(whole).toMatchObject({ loaded: 1, skipped: false, repeatOf: null });
    });

    it('stops at once when it is aborted, even while the source hangs', async () => {
      const abort = new AbortController();
      const reason = new Error('enough');
      async function* hanging(): AsyncGenerator<Item[]> {
        yield [ada];
        setTimeout(() => abort.abort(reason), 5);
        await new Promise(() => undefined);
      }
      await expect(context.loader.load(hanging(), { signal: abort.signal })).rejects.toBe(reason);
      expect(await context.loader.count('pupil')).toBe(0);
      expect(await context.loader.ledger()).toMatchObject([
        { state: 'failed', failure: { code: 'aborted' } },
      ]);
    });

    it('can be aborted while the store takes the records in', async () => {
      const abort = new AbortController();
      const loading = context.load([ada], {
        signal: abort.signal,
        onProgress: ({ phase }) => phase === 'merge' && abort.abort(),
      });
      await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
      expect(await context.loader.count('pupil')).toBe(0);
    });

    it.each<[string, unknown]>([
      ['nothing', null],
      ['an unknown kind', { ...ada, kind: 'teacher' }],
      ['a kind that is no kind', { ...ada, kind: 'constructor' }],
      ['no key', { ...ada, key: '' }],
      ['no pupilKey', { ...mark(ada, '2026-09-01'), pupilKey: undefined }],
      ['no provenance', { ...ada, provenance: undefined }],
      ['an unknown severity', { ...issueAbout(ada), severity: 'fatal' }],
      ['a bigint', { ...ada, extensions: { a: 1n } }],
      ['a cycle', { ...ada, extensions: cycle() }],
    ])('refuses an item with %s, and says nothing of the pupil', async (_, item) => {
      const error = await context.load([item as Item]).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toMatchObject({ name: 'LoaderError', code: 'invalid-item' });
      expect(String(error)).not.toMatch(/Example|Ada|A1/);
      expect(await context.loader.ledger()).toMatchObject([
        { state: 'failed', failure: { code: 'invalid-item' } },
      ]);
    });
  });
}

function cycle(): unknown {
  const loop: Record<string, unknown> = {};
  loop.self = loop;
  return loop;
}
