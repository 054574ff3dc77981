import { contactKey, type CanonicalRecord, type Contact } from '@rollbook/model';
import { hash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writeAudit } from '../audit/write-audit.js';
import { subjectAccessSchema } from '../subject-access/subject-access-document.js';
import { subjectAccessHtml } from '../subject-access/subject-access-html.js';
import { abandon } from './abandon.js';
import type { SuiteContext } from './context.js';
import { all, fileFacts, issueAbout, mark, pupil, school, unknownFile, unreadable } from './items.js';

const other = '8569998';
const upn = 'A999999900001';
const by = 'An Officer';

function contactOf(of: CanonicalRecord, surname: string): Contact {
  return {
    kind: 'contact',
    key: contactKey(of.key, { surname, forename: 'Con', relationship: 'PAM' }),
    ...{ pupilKey: of.key, school: of.school!, surname, forename: 'Con', relationship: 'PAM' },
    provenance: { file: unknownFile, place: { line: 3 } },
  };
}

/** Every row of every table, as text, but for ledger and trail. */
async function dump({ store }: SuiteContext): Promise<string> {
  const tables = await store.read<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'rollbook'::regnamespace AND relkind = 'r'
     AND relname NOT LIKE 'file\\_load%' ORDER BY 1`,
  );
  let text = '';
  for (const { name } of tables) {
    const rows = await store.read<{ row: string }>(`SELECT t::text AS row FROM rollbook."${name}" t`);
    for (const { row } of rows) text += `${name} ${row}\n`;
  }
  return text;
}

export function describePrivacy(context: SuiteContext): void {
  describe('subject access, erasure and retention', () => {
    const ada = pupil(upn, { forename: 'Adamina', surname: '<b>Canary</b>' });
    const there = { ...ada, school: other };
    const ben = pupil('B999999900002', { forename: 'Ben', birthDate: '2014-01-01' });

    /** A child at two schools, with something of hers in every table, and another child. */
    const fill = async (): Promise<void> => {
      const odd = mark(ada, '2026-09-22');
      await context.load(
        [
          ada,
          mark(ada, '2026-09-21'),
          contactOf(ada, 'Canaryparent'),
          ...[odd, issueAbout(odd)],
          ...[issueAbout(ada, 'info'), unreadable('row:7', { raw: { UPN: upn, Surname: 'Canary' } })],
          ...[ben, mark(ben, '2026-09-21'), issueAbout(ben, 'query')],
        ],
        { file: fileFacts('a') },
      );
      await context.load([there, mark(there, '2026-09-23', 'L', { school: other })]);
      await context.store.transaction((session) =>
        writeAudit(session, { action: 'looked-at', actor: by, subject: { school, key: ada.key } }),
      );
    };

    it.each([
      ['UPN', { upn: ` ${upn.toLowerCase()} ` }],
      ['name', { surname: '<B>canary</B>', forename: 'ADAMINA', birthDate: ada.birthDate! }],
      ['school and key', { school: other, key: ada.key }],
    ])('gives all there is about a child, found by %s', async (_, selector) => {
      await fill();
      const document = await context.loader.subjectAccess(selector, { by, reason: 'Request 7' });
      expect(subjectAccessSchema.parse(document)).toEqual(document);
      expect(document.pupils).toEqual([
        { school: other, key: ada.key },
        { school, key: ada.key },
      ]);
      expect(document.records.map(({ record }) => [record.school, record.kind])).toEqual([
        [other, 'pupil'],
        [other, 'attendance-mark'],
        [school, 'pupil'],
        [school, 'contact'],
        [school, 'attendance-mark'],
      ]);
      expect(document.records.filter(({ thirdParty }) => thirdParty)).toHaveLength(1);
      expect(document.quarantine.map(({ kind }) => kind).sort()).toEqual(['attendance-mark', 'unreadable']);
      expect(document.issues).toHaveLength(2);
      expect(document.files).toMatchObject([{ loadId: 1, sha256: 'a'.repeat(64) }, { loadId: 2 }]);
      expect(document.audit.map(({ action }) => action)).toEqual(['looked-at', 'subject-access']);
      expect(JSON.stringify(document)).not.toContain('B999999900002');
      const trail = await all(context.loader.audit({ action: 'subject-access' }));
      expect(trail).toMatchObject([{ actor: by, details: { pupils: 2 } }]);
    });

    it('keeps back what an officer withholds, and says so; the HTML is inert', async () => {
      await fill();
      const document = await context.loader.subjectAccess({ upn }, { by, withhold: ['contact'] });
      expect(document.withheld).toEqual([{ kind: 'contact', count: 1 }]);
      expect(JSON.stringify(document)).not.toContain('Canaryparent');
      const html = subjectAccessHtml(document);
      expect(html).toContain('&lt;b&gt;Canary&lt;/b&gt;');
      expect(html).not.toContain('<b>');
      expect(html).not.toMatch(/<script|https?:|src=|href=/i);
    });

    it('takes nobody for somebody else', async () => {
      await context.load([pupil(upn), pupil('C999999900003', { school: other })]);
      await context.load([pupil('', { key: 'id:9', upn, birthDate: '2001-01-01' })]);
      const name = { surname: 'Example', forename: 'Ada', birthDate: '2015-03-04' };
      const access = context.loader.subjectAccess(name, { by });
      await expect(access).rejects.toMatchObject({ code: 'ambiguous-subject' });
      const erasing = context.loader.erase({ upn }, { by, reason: 'r' });
      await expect(erasing).rejects.toMatchObject({ code: 'ambiguous-subject' });
      const one = await context.loader.subjectAccess({ school, key: `upn:${upn}` }, { by });
      expect(one.pupils).toEqual([{ school, key: `upn:${upn}` }]);
      expect(one.alike).toEqual([{ school, key: 'id:9' }]);
      for (const selector of [{ upn: 'X' }, { upn: '' }, { school, key: 'k' }, { personId: 'nobody' }])
        await expect(context.loader.subjectAccess(selector, { by })).rejects.toMatchObject({
          code: 'unknown-subject',
        });
      const unsigned = context.loader.subjectAccess({ upn }, { by: ' ' });
      await expect(unsigned).rejects.toMatchObject({ code: 'invalid-decision' });
    });

    it('erases a child everywhere, and leaves the ledger, the trail and everybody else', async () => {
      await fill();
      const ledger = await context.loader.ledger();
      const before = await dump(context);
      const would = await context.loader.erase({ upn }, { by, reason: 'Request 8', dryRun: true });
      expect(await dump(context)).toBe(before);
      const { rows, receipt, pupils } = await context.loader.erase({ upn }, { by, reason: 'Request 8' });
      expect(would).toMatchObject({ dryRun: true, rows, pupils, receipt: [] });
      expect(rows).toEqual({ pupil: 2, attendance_mark: 2, contact: 1, issue: 2, quarantine: 2 });
      const after = await dump(context);
      for (const canary of [upn, 'Canary', 'Adamina']) expect(after).not.toContain(canary);
      expect(after).toContain('B999999900002');
      // And no hash that could be guessed from the UPN.
      for (const place of [school, other])
        expect(after).not.toContain(hash('sha256', `pupil\n${place}\n${ada.key}`));
      expect(await context.loader.ledger()).toEqual(ledger);
      expect(await context.loader.verifyAudit()).toMatchObject({ ok: true });
      expect(await all(context.loader.audit({ subject: { school, key: ada.key } }))).toEqual([]);
      // Whoever has the receipt can show which entry it was.
      const [entry] = await all(context.loader.audit({ action: 'erased' }));
      expect(entry).toMatchObject({ actor: by, details: { reason: 'Request 8', pupils: 2 } });
      const names = receipt.map(({ secret }) =>
        [school, other].map((at) =>
          createHmac('sha256', Buffer.from(secret, 'hex')).update(`pupil\n${at}\n${ada.key}`).digest('hex'),
        ),
      );
      for (const { pseudonym } of receipt) expect(names.flat()).toContain(pseudonym);
      expect([...entry!.subjects]).toEqual(receipt.map(({ pseudonym }) => pseudonym).sort());
      const again = context.loader.erase({ upn }, { by, reason: 'r' });
      await expect(again).rejects.toMatchObject({ code: 'unknown-subject' });
    });

    it('follows a child’s person, and leaves no table out, not even one that came later', async () => {
      const [ada1, ada2] = [
        pupil(upn),
        pupil('', { key: 'id:1', upn: '', school: other, birthDate: '2015-03-05' }),
      ];
      await context.load([ada1, mark(ada1, '2026-09-21'), ada2, ben]);
      const [personId, bens] = ['a', 'b'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);
      // As the migrations of persons and versions make them, where they aren't there yet.
      await context.store.transaction((session) =>
        session.run(`
          CREATE TABLE IF NOT EXISTS rollbook.person (person_id uuid PRIMARY KEY);
          CREATE TABLE IF NOT EXISTS rollbook.person_link (school text COLLATE "C", key text COLLATE "C",
            person_id uuid REFERENCES rollbook.person, how text, PRIMARY KEY (school, key));
          DELETE FROM rollbook.person_link;
          DELETE FROM rollbook.person;
          CREATE TABLE rollbook.later (school text, pupil_key text, person_id uuid, candidates jsonb);
          INSERT INTO rollbook.person (person_id) VALUES ('${personId}'), ('${bens}');
          INSERT INTO rollbook.person_link (school, key, person_id, how) VALUES
            ('${school}', '${ada1.key}', '${personId}', 'decision'),
            ('${other}', 'id:1', '${personId}', 'decision'),
            ('${school}', '${ben.key}', '${bens}', 'decision');
          INSERT INTO rollbook.person_held (person_id, data_group, item, value, school, key, load_id) VALUES
            ('${personId}', 'names', 'surname', '"Canary"', '${school}', '${ada1.key}', 1),
            ('${bens}', 'names', 'surname', '"Bens"', '${school}', '${ben.key}', 1);
          INSERT INTO rollbook.conflict (person_id, school, pupil_key, data_group, item, incoming, load_id) VALUES
            ('${personId}', '${other}', 'id:1', 'names', 'surname', '"Canary"', 1);
          INSERT INTO rollbook.record_version (kind, school, key, pupil_key, content_hash, valid_from, valid_to,
            first_load_id, load_id, closed_load_id, replaced_at, gone_at, ended, place, record) VALUES
            ('pupil', '${other}', 'id:1', NULL, '', now(), now(), 1, 1, 1, now(), NULL, 'changed', '{}',
             '{"kind": "pupil", "key": "id:1", "surname": "Canary", "birthDate": "2015-03-06"}'),
            ('contact', '${school}', 'c', '${ada1.key}', '', now(), now(), 1, 1, 1, now(), now(), 'gone', '{}',
             '{"kind": "contact", "surname": "Canary"}');
          INSERT INTO rollbook.later VALUES
            ('${school}', '${ada1.key}', NULL, NULL),
            ('${school}', '${ben.key}', '${bens}', '[{"personId": "${personId}"}, {"personId": "${bens}"}]')`),
      );
      const linked = (await all(context.loader.pupils({ school: other }))).flat();
      expect(linked).toMatchObject([{ personId, guid: personId, matchState: 'linked' }]);
      const document = await context.loader.subjectAccess(
        { personId: personId! },
        { by, withhold: ['contact'] },
      );
      expect(document.pupils.map(({ key }) => key)).toEqual(['id:1', ada1.key]);
      expect(document.held).toMatchObject([{ item: 'surname', value: 'Canary' }]);
      expect(document).toMatchObject({ conflicts: [{}], versions: [{ kind: 'pupil' }], matching: [{}, {}] });
      expect(document.withheld).toEqual([{ kind: 'contact', count: 1 }]);
      const { rows } = await context.loader.erase({ upn }, { by, reason: 'r' });
      expect(rows).toEqual({
        ...{ pupil: 2, attendance_mark: 1, person: 1, person_link: 2, person_held: 1, conflict: 1 },
        ...{ record_version: 2, later: 1 },
      });
      const after = await dump(context);
      for (const canary of [upn, 'Canary', personId!, 'id:1']) expect(after).not.toContain(canary);
      expect(after).toContain(`[{""personId"": ""${bens}""}]`);
    });

    it('takes a file that was loaded before for no repeat once a child of it is erased', async () => {
      const file = fileFacts('a');
      const items = [pupil('A1'), pupil('B1')];
      const first = await context.load(items, { file });
      expect((await context.load(items, { file })).repeatOf).toBe(first.loadId);
      await context.loader.erase(
        { school, key: pupil('A1').key },
        { by: 'the officer', reason: 'request 1' },
      );
      const again = await context.load(items, { file });
      expect(again).toMatchObject({ repeatOf: null, skipped: false, loaded: 1, unchanged: 1 });
      expect(await context.loader.count('pupil')).toBe(2);
      expect((await context.load(items, { file })).repeatOf).toBe(again.loadId);
    });

    it('erases nobody while files wait, nor without a name or a reason', async () => {
      await context.load([ada]);
      await abandon(context.store, [ada], 'b');
      const erasing = context.loader.erase({ upn }, { by, reason: 'r' });
      await expect(erasing).rejects.toMatchObject({ code: 'loads-unfinished' });
      await context.loader.resume();
      for (const unsigned of [
        { by: '', reason: 'r' },
        { by, reason: ' ' },
      ])
        await expect(context.loader.erase({ upn }, unsigned)).rejects.toMatchObject({
          code: 'invalid-decision',
        });
      expect(await context.loader.erase({ upn }, { by, reason: 'r' })).toMatchObject({ rows: { pupil: 1 } });
    });

    it('removes what has been kept long enough, and nothing before', async () => {
      const grown = pupil('D999999900004', { birthDate: '2001-09-25' });
      const odd = mark(ben, '2026-09-22');
      await context.load([
        ...[grown, mark(grown, '2026-09-21'), ben, mark(ben, '2020-09-24'), mark(ben, '2020-09-25')],
        ...[odd, issueAbout(odd)],
      ]);
      const at = '2026-09-25T12:00:00Z';
      const went = { pupils: 0, records: { 'attendance-mark': 1 }, versions: 0, conflicts: 0 };
      const nobody = await context.loader.retention({}, { at, by, dryRun: true });
      expect(nobody).toEqual({ dryRun: true, ...went, quarantine: 0, issues: 0 });
      expect(await context.loader.retention({}, { at, by })).toEqual({ ...nobody, dryRun: false });
      expect(await context.loader.count('attendance-mark')).toBe(2);
      const later = { at: '2126-09-26T12:00:00Z', by };
      const policy = { pupils: { yearsAfterBirth: 120 }, quarantineDays: 30, issueDays: null };
      expect(await context.loader.retention(policy, later)).toMatchObject({
        pupils: 1,
        quarantine: 1,
        issues: 0,
      });
      expect((await all(context.loader.records('pupil'))).map(({ record }) => record.key)).toEqual([ben.key]);
      const trail = await all(context.loader.audit({ action: 'retention' }));
      expect(trail.map(({ actor, details }) => [actor, (details as { what: string }).what])).toEqual([
        [by, 'attendance-mark'],
        [by, 'pupil'],
        [by, 'attendance-mark'],
        [by, 'quarantine'],
      ]);
      expect(await context.loader.verifyAudit()).toMatchObject({ ok: true });
      await expect(context.loader.retention({}, { at: 'May', by })).rejects.toMatchObject({
        code: 'invalid-option',
      });
      await expect(
        context.loader.retention({ records: { pupil: 1 } as never }, { at, by }),
      ).rejects.toThrow();
    });

    it('counts from leaving where the policy says so', async () => {
      const enrolment = (of: CanonicalRecord, leavingDate?: string): CanonicalRecord => ({
        kind: 'enrolment',
        key: `${of.key}:${leavingDate ?? 'now'}`,
        ...{ pupilKey: of.key, school: of.school!, current: leavingDate === undefined },
        ...(leavingDate === undefined ? {} : { leavingDate }),
        provenance: { file: unknownFile, place: { line: 3 } },
      });
      const [left, stays, back] = ['L', 'S', 'K'].map((letter) => pupil(`${letter}999999900005`));
      await context.load([
        ...[left!, enrolment(left!, '2018-07-20'), stays!],
        ...[back!, enrolment(back!, '2018-07-20'), enrolment(back!)],
      ]);
      const policy = { pupils: { yearsAfterBirth: null, yearsAfterLeaving: 7 } };
      const at = '2026-09-25T12:00:00Z';
      expect(await context.loader.retention(policy, { at, by })).toMatchObject({ pupils: 1 });
      const keys = (await all(context.loader.records('pupil'))).map(({ record }) => record.key);
      expect(keys).toEqual([back!.key, stays!.key]);
    });
  });
}
