import { findTestDatabase } from '@rollbook/loader/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExitCode } from '../exit-codes.js';
import { asOf, fixture, runCaptured } from '../run-captured.test-support.js';

const database = await findTestDatabase('the command over a PostgreSQL server');

describe.skipIf(database === undefined)('load into a PostgreSQL server', { timeout: 60_000 }, () => {
  const db = ['--db', database?.connectionString ?? ''];
  beforeAll(() => database!.create());
  afterAll(() => database!.drop());

  it('finds no store before the first load, and makes none by looking', async () => {
    for (const command of ['ledger', 'quarantine', 'ledger']) {
      const { code, stderr } = await runCaptured([command, ...db]);
      expect(code).toBe(ExitCode.usage);
      expect(stderr).toContain('There is no store at postgresql://');
    }
  });

  it('loads, changes nothing the second time, and shows ledger and quarantine', async () => {
    const load = async () =>
      JSON.parse((await runCaptured(['load', fixture, ...asOf, ...db, '--json'])).stdout) as unknown;
    expect(await load()).toMatchObject({ received: 7, loaded: 5, unchanged: 0, quarantined: 2 });
    expect(await load()).toMatchObject({ received: 7, loaded: 0, unchanged: 5, quarantined: 2 });
    const ledger = await runCaptured(['ledger', ...db, '--json']);
    expect(JSON.parse(ledger.stdout)).toMatchObject({ loads: [{ repeatOf: 1 }, { loaded: 5 }] });
    const { stdout } = await runCaptured(['quarantine', ...db]);
    expect(stdout).toContain('2 records in quarantine');
  });
});
