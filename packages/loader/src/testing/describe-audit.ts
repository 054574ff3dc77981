import { describe, expect, it } from 'vitest';
import type { AuditRecord } from '../audit/audit-entry.js';
import { writeAudit } from '../audit/write-audit.js';
import type { SuiteContext } from './context.js';
import { all, batchesOf, fileFacts, pupil, school } from './items.js';

export function describeAudit(context: SuiteContext): void {
  describe('the audit trail', () => {
    const run = (sql: string): Promise<void> => context.store.transaction((session) => session.run(sql));
    /** Past the triggers, as only an owner of the tables can. */
    const behindItsBack = (sql: string): Promise<void> =>
      run(`ALTER TABLE rollbook.audit DISABLE TRIGGER ALL; ${sql};
           ALTER TABLE rollbook.audit ENABLE ALWAYS TRIGGER audit_rows`);
    const note = (action: string, key = 'upn:A1', details = {}): Promise<void> =>
      context.store.transaction((session) =>
        writeAudit(session, { action, actor: 'An Officer', subject: { school, key }, details }),
      );
    const entries = (): Promise<AuditRecord[]> => all(context.loader.audit());

    it('has an entry for every load, with counts and digest and nobody’s data', async () => {
      const { loadId } = await context.load([pupil('A1')], { file: fileFacts('a') });
      await context.load([pupil('A1')], { file: fileFacts('a') });
      await expect(context.loader.load(batchesOf([{ kind: 'nonsense' } as never]))).rejects.toThrow();
      const trail = await entries();
      expect(trail.map(({ sequence, action }) => [sequence, action])).toEqual([
        [1, 'load-merged'],
        [2, 'load-skipped'],
        [3, 'load-failed'],
      ]);
      expect(trail[0]).toMatchObject({
        ...{ loadId, actor: null, school, subjects: [] },
        details: { sha256: 'a'.repeat(64), received: 1, loaded: 1 },
      });
      expect(JSON.stringify(trail)).not.toContain('Example');
      expect(await context.loader.verifyAudit()).toEqual({
        ...{ entries: 3, ok: true, brokenAt: null },
        head: { sequence: 3, hash: trail[2]!.hash },
      });
    });

    it('names pupils by pseudonyms and finds them all the same', async () => {
      await context.loader.count('pupil');
      const personId = '00000000-0000-4000-8000-00000000000a';
      await note('one');
      await note('two', 'upn:A2');
      await context.store.transaction((session) =>
        writeAudit(session, [
          { action: 'three', actor: null, subject: { school, key: 'upn:A1', personId } },
          { action: 'four', actor: null, details: { odd: 'a\u0000\ud800b', deep: [1.5, -0, 1e21, null] } },
        ]),
      );
      const about = async (subject: object): Promise<string[]> =>
        (await all(context.loader.audit({ subject }))).map(({ action }) => action);
      expect(await about({ school, key: 'upn:A1' })).toEqual(['one', 'three']);
      expect(await about({ personId })).toEqual(['three']);
      expect(await about({ school: '8569998', key: 'upn:A1' })).toEqual([]);
      const trail = await entries();
      expect(JSON.stringify(trail)).not.toContain('upn:');
      expect(trail[0]!.subjects[0]).toBe(trail[2]!.subjects.find((one) => trail[0]!.subjects.includes(one)));
      expect(trail[3]!.details).toEqual({ odd: 'a\u0000\ud800b', deep: [1.5, 0, 1e21, null] });
      expect(await context.loader.verifyAudit()).toMatchObject({ ok: true, entries: 4 });
      const query = { action: 'two', after: 1, limit: 1, since: trail[0]!.at };
      expect(await all(context.loader.audit(query))).toEqual([trail[1]]);
      expect(await all(context.loader.audit({ since: '2999-01-01T00:00:00Z' }))).toEqual([]);
    });

    it('keeps nothing of a transaction that is rolled back', async () => {
      await context.loader.count('pupil');
      const mistake = new Error('mistake');
      const failing = context.store.transaction(async (session) => {
        await writeAudit(session, { action: 'one', actor: null });
        throw mistake;
      });
      await expect(failing).rejects.toBe(mistake);
      await note('two');
      expect((await entries()).map(({ sequence, action }) => [sequence, action])).toEqual([[1, 'two']]);
    });

    it('stays one chain whoever writes at once', async () => {
      await context.loader.count('pupil');
      await Promise.all(Array.from({ length: 20 }, (_, i) => note(`act-${i}`, `upn:A${i % 3}`)));
      expect(await context.loader.verifyAudit()).toMatchObject({ ok: true, entries: 20 });
    });

    it('refuses to be changed', async () => {
      await context.loader.count('pupil');
      await note('one');
      for (const sql of [
        `UPDATE rollbook.audit SET actor = 'Someone Else'`,
        'DELETE FROM rollbook.audit',
        'TRUNCATE rollbook.audit',
        `SET LOCAL session_replication_role = replica; DELETE FROM rollbook.audit`,
      ])
        await expect(run(sql), sql).rejects.toMatchObject({ sqlState: '55000' });
    });

    const harms: readonly [what: string, sql: string, brokenAt: number][] = [
      ['a changed action', `UPDATE rollbook.audit SET action = 'other' WHERE sequence = 3`, 3],
      ['a changed actor', `UPDATE rollbook.audit SET actor = NULL WHERE sequence = 2`, 2],
      ['a changed school', `UPDATE rollbook.audit SET school = '8569998' WHERE sequence = 2`, 2],
      ['a changed subject', `UPDATE rollbook.audit SET subjects = '{}' WHERE sequence = 5`, 5],
      ['a changed load', `UPDATE rollbook.audit SET load_id = 9 WHERE sequence = 1`, 1],
      ['changed details', `UPDATE rollbook.audit SET details = '{"n": 9}' WHERE sequence = 4`, 4],
      ['a changed time', `UPDATE rollbook.audit SET at = at + interval '1 ms' WHERE sequence = 4`, 4],
      ['an entry taken out', 'DELETE FROM rollbook.audit WHERE sequence = 3', 3],
      ['the first taken out', 'DELETE FROM rollbook.audit WHERE sequence = 1', 1],
      [
        'one put in before it was written',
        `UPDATE rollbook.audit SET sequence = sequence + 100 WHERE sequence > 2;
         UPDATE rollbook.audit SET sequence = sequence - 99 WHERE sequence > 100;
         INSERT INTO rollbook.audit SELECT 3, at, 'other', actor, school, subjects, load_id, details, previous, hash
         FROM rollbook.audit WHERE sequence = 4`,
        3,
      ],
      [
        'two that changed places',
        `UPDATE rollbook.audit SET sequence = 99 WHERE sequence = 2;
         UPDATE rollbook.audit SET sequence = 2 WHERE sequence = 3;
         UPDATE rollbook.audit SET sequence = 3 WHERE sequence = 99`,
        2,
      ],
    ];
    it('shows what was changed, taken out, put in or put elsewhere', async () => {
      await context.loader.count('pupil');
      for (let n = 1; n <= 5; n++) await note(`act-${n}`, 'upn:A1', { n });
      const { head } = await context.loader.verifyAudit();
      await run('CREATE TABLE rollbook.kept AS SELECT * FROM rollbook.audit');
      for (const [what, sql, brokenAt] of harms) {
        await behindItsBack(sql);
        expect(await context.loader.verifyAudit(), what).toMatchObject({ ok: false, brokenAt });
        expect(await context.loader.verifyAudit({ expect: head! }), what).toMatchObject({
          ok: false,
          brokenAt,
        });
        await behindItsBack(
          'DELETE FROM rollbook.audit; INSERT INTO rollbook.audit SELECT * FROM rollbook.kept',
        );
        expect(await context.loader.verifyAudit({ expect: head! }), what).toMatchObject({ ok: true });
      }
    });

    it('shows an end that was cut off, or made anew, to whoever noted the head', async () => {
      await context.loader.count('pupil');
      for (let n = 1; n <= 3; n++) await note(`act-${n}`);
      const { head } = await context.loader.verifyAudit();
      await behindItsBack('DELETE FROM rollbook.audit WHERE sequence = 3');
      expect(await context.loader.verifyAudit()).toMatchObject({ ok: true, entries: 2 });
      expect(await context.loader.verifyAudit({ expect: head! })).toMatchObject({ ok: false, brokenAt: 3 });
      await note('act-other');
      expect(await context.loader.verifyAudit()).toMatchObject({ ok: true, entries: 3 });
      expect(await context.loader.verifyAudit({ expect: head! })).toMatchObject({ ok: false, brokenAt: 3 });
    });
  });
}
