import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLoader, openPgliteStore } from '@rollbook/loader';
import { ctfParser } from '@rollbook/parser-ctf';
import { openSource } from '@rollbook/parser-kit';
import { validate } from '@rollbook/validate';
import type { Target } from './target.js';

/**
 * File to a new store in a folder, as `rollbook load` does it. Making the store and its tables is not timed: it is
 * done once in a store's life, and takes as long for a small file as for a large one.
 */
export async function createLoadTarget(): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'rollbook-bench-store-'));
  const store = await openPgliteStore(join(folder, 'store'));
  const loader = createLoader({ store });
  return {
    async prepare() {
      // Any first use makes the tables
      await loader.ledger();
    },
    async run(path) {
      const result = await loader.load({
        source: await openSource(path),
        parser: ctfParser,
        through: (batches) => validate(batches),
      });
      if (result.received !== result.loaded + result.unchanged + result.quarantined) {
        throw new Error('the ledger does not balance');
      }
      const { error, query, info } = result.issues;
      return {
        pupils: result.byKind.pupil?.received ?? 0,
        records: result.received,
        issues: error + query + info,
      };
    },
    async end() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
