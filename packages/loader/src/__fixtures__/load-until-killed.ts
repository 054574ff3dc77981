import { once } from 'node:events';
import { createLoader } from '../loader.js';
import { openPgliteStore } from '../open-pglite-store.js';
import { openPostgresStore } from '../open-postgres-store.js';
import { batchesOf } from '../testing/items.js';
import { settings, versionedItems } from './versioned-items.js';

/**
 * Loads version after version into the store named, and says so, until somebody kills it. It is ready to begin before
 * it is told to, so that many kills don't wait for as many starts.
 */
const [where = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdout.write('opening\n');
const server = where.startsWith('postgresql:');
const store = server ? await openPostgresStore({ connectionString: where }) : await openPgliteStore(where);
const loader = createLoader({ store, settings });
const merged = (await loader.ledger()).filter(({ state }) => state === 'merged');
for (let version = Math.max(0, ...merged.map(({ file }) => Number(file.version))) + 1; ; version++) {
  process.stdout.write(`loading ${version}\n`);
  const { seconds } = await loader.load(batchesOf(versionedItems(version)), {
    file: { version: String(version) },
  });
  process.stdout.write(`loaded ${Math.round(seconds * 1000)}\n`);
}
