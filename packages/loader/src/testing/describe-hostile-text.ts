import { describe, expect, it } from 'vitest';
import type { SuiteContext } from './context.js';
import { all, fileFacts, issueAbout, mark, pupil } from './items.js';

export function describeHostileText(context: SuiteContext): void {
  describe('hostile text', () => {
    const hostile = {
      tabs_and_newlines: 'a\tb\nc\r\nd\u000b\f',
      backslashes: '\\ \\\\ \\N \\. \\t \\u0000 \\x41',
      copy_null: '\\N',
      copy_end: '\\.',
      nul: 'a\u0000b',
      quotes: `'"$$;--/*`,
      astral: '😀👩‍👩‍👧 𠮷',
      lone_surrogates: '\ud800 \udc00x\udbff',
      backwards_surrogates: '\udc00\ud800',
      escape_of_ours: '\ufdd00000 \ufdd0',
      controls: '\u0001\u001f\u007f\u0085\u2028\ufeff',
      combining: 'Zoe\u0308 Zo\u00eb',
      long: 'x'.repeat(100_000),
    };

    it.each(Object.entries(hostile))('%s in any place come back as they were', async (_, text) => {
      const odd = pupil(text, {
        surname: text,
        school: text,
        extensions: { [text]: [text, { [text]: null }] },
        provenance: { file: { ...fileFacts('a'), name: text, version: text }, place: { path: text } },
      });
      const about = { ...mark(odd, '2026-09-01', text), school: text };
      const wrong = { ...mark(odd, '2026-09-02', text), school: text };
      const issue = { ...issueAbout(wrong), value: text, field: text, code: text };
      const result = await context.load([odd, about, wrong, issue]);
      expect(result).toMatchObject({ received: 3, loaded: 2, quarantined: 1 });
      expect((await all(context.loader.records('pupil')))[0]?.record).toEqual(odd);
      expect((await all(context.loader.records('attendance-mark')))[0]?.record).toMatchObject({ code: text });
      const [kept] = await all(context.loader.quarantine({ school: text }));
      expect(kept?.record).toMatchObject({ code: text, pupilKey: odd.key });
      expect(kept?.issues).toEqual([issue]);
      expect(await context.load([odd, about, wrong, issue])).toMatchObject({ loaded: 0, quarantined: 1 });
      expect(await all(context.loader.records('pupil', { after: { school: text, key: odd.key } }))).toEqual(
        [],
      );
    });

    it('what fits no column leaves it empty and stays in the record', async () => {
      const odd = pupil('A1', { birthDate: '2015-02-31', surname: 5 as unknown as string });
      const late = mark(odd, '2026-09-01', '/', { minutesLate: 3e9 });
      expect(await context.load([odd, late])).toMatchObject({ loaded: 2 });
      expect((await all(context.loader.records('pupil')))[0]?.record).toMatchObject({
        birthDate: '2015-02-31',
        surname: 5,
      });
      expect(await context.store.read('SELECT birth_date, surname FROM rollbook.pupil')).toEqual([
        { birth_date: null, surname: null },
      ]);
      expect(await context.store.read('SELECT minutes_late FROM rollbook.attendance_mark')).toEqual([
        { minutes_late: null },
      ]);
    });
  });
}
