import { reportFormats, reportSchema } from '@rollbook/validate/reports';
import { describe, expect, it } from 'vitest';
import { applyPupils } from '../conflicts/apply-to-persons.js';
import { createLoader } from '../loader.js';
import { rejectionReport, type RejectionReportOptions } from '../rejections/rejection-report.js';
import type { Rejection, RejectionsQuery } from '../rejections/rejection.js';
import type { SuiteContext } from './context.js';
import type { ConflictsLoad } from './describe-conflicts.js';
import { all, batchesOf, fileFacts, issueAbout, mark, pupil, school, unreadable } from './items.js';
import { ensurePersonTables } from './person-tables.js';

const elsewhere = '8568888';
const person = '00000000-0000-4000-8000-0000000000aa';
const tool = { name: 'test', version: '1' };

export function describeRejections(context: SuiteContext, loadBy?: ConflictsLoad): void {
  describe('rejections', () => {
    const load: ConflictsLoad =
      loadBy ??
      ((items, _processing, options) =>
        createLoader({ store: context.store }).load(batchesOf(items, 3), options));
    const found = (query: Partial<RejectionsQuery> = {}): Promise<Rejection[]> =>
      all(context.loader.rejections({ school, ...query }));
    const codes = async (query?: Partial<RejectionsQuery>) =>
      (await found(query)).map(({ why, issue }) => `${why} ${issue.code}`);
    const text = async (options: Partial<RejectionReportOptions> = {}): Promise<string> =>
      (
        await all(rejectionReport(context.loader.rejections({ school }), { format: 'csv', tool, ...options }))
      ).join('');

    const ada = pupil('A1', { surname: 'Secret' });
    const eve = pupil('E1', { surname: 'Private' });

    /** A pupil that is held, sends another surname, and another forename that was refused. */
    const disagree = async (): Promise<void> => {
      await load([ada]);
      await context.store.transaction(async (session) => {
        await ensurePersonTables(session);
        await session.query('INSERT INTO rollbook.person (person_id) VALUES ($1::uuid)', [person]);
        await session.query(
          `INSERT INTO rollbook.person_link (school, key, person_id, how) VALUES ($1, $2, $3::uuid, 'decision')`,
          [school, ada.key, person],
        );
        await applyPupils(session, [{ school, key: ada.key }]);
      });
      await load([{ ...ada, surname: 'Changed', forename: 'Eva' }], undefined, { file: fileFacts('2') });
      const [forename] = await all(context.loader.conflicts());
      await context.loader.resolveConflict({ id: forename!.conflictId, decision: 'refuse', by: 'X' });
    };

    it('are none where all was taken', async () => {
      await load([ada]);
      expect(await found()).toEqual([]);
      expect(reportSchema.parse(JSON.parse(await text({ format: 'json' }))).end.passed).toBe(true);
    });

    it('tell records in quarantine with their issues, and why others went along', async () => {
      const twice = { ...eve, sex: 'M' };
      const { loadId } = await load([
        ...[ada, issueAbout(ada), issueAbout(ada, 'query'), mark(ada, '2026-09-01')],
        ...[eve, twice, unreadable('x'), mark({ key: 'upn:Z9' }, '2026-09-01')],
        ...[{ ...ada, school: elsewhere }],
      ]);
      expect((await codes()).toSorted()).toEqual(
        [
          'quarantined made-up-error',
          'quarantined made-up-query',
          'quarantined pupil-quarantined',
          'quarantined duplicate-key',
          'quarantined unreadable',
          'quarantined pupil-missing',
        ].toSorted(),
      );
      const list = await found({ loadId });
      const one = list.find(({ issue }) => issue.code === 'made-up-error');
      expect(one).toMatchObject({ loadId, pupil: 'Ada Secret', issue: { place: { line: 4 } } });
      expect(list.find(({ issue }) => issue.code === 'duplicate-key')).toMatchObject({
        issue: { place: { line: 1 }, severity: 'error' },
        pupil: 'Ada Private',
      });
      expect(await found({ loadId: loadId + 1 })).toEqual([]);
      expect(await found({ since: '2999-01-01' })).toEqual([]);
      expect(await found({ since: '2020-01-01' })).toEqual(list);
      expect((await codes({ school: elsewhere })).toSorted()).toEqual([
        'quarantined made-up-error',
        'quarantined made-up-query',
      ]);
    });

    it('tell values that were refused or wait, with their place, until the school says otherwise', async () => {
      await disagree();
      const list = await found();
      expect(list.map(({ why, issue }) => [why, issue.code, issue.field])).toEqual([
        ['refused', 'value-refused', 'forename'],
        ['waiting', 'value-waiting', 'surname'],
      ]);
      expect(list[0]).toMatchObject({
        pupil: 'Eva Changed',
        file: { name: 'file-2.xml' },
        issue: { value: 'Eva', place: { line: 1 }, record: { kind: 'pupil', key: ada.key } },
      });
      await load([ada]);
      expect(await found()).toEqual([]);
    });

    it.each(reportFormats)('are written as %s, without names unless asked for', async (format) => {
      await disagree();
      await load([mark(eve, '2026-09-01')]);
      const plain = await text({ format });
      expect(plain).toContain('value-refused');
      expect(plain).toContain('pupil-missing');
      expect(plain).toContain('file-2.xml');
      for (const canary of ['Changed', 'Eva', 'upn:A1', 'Secret']) expect(plain).not.toContain(canary);
      if (format === 'json')
        expect(reportSchema.parse(JSON.parse(plain)).end).toMatchObject({
          files: 2,
          issues: { error: 1, query: 1, info: 1 },
          passed: false,
        });
      if (format !== 'sarif' && format !== 'junit') {
        const named = await text({ format, identify: true });
        expect(named).toContain('Eva Changed');
        expect(named).toContain('upn:A1');
      }
    });
  });
}
