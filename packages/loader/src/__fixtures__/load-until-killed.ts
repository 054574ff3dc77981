import { createLoader } from '../loader.js';
import { openPgliteStore } from '../open-pglite-store.js';
import { batchesOf } from '../testing/items.js';
import { versionedItems } from './versioned-items.js';

/** Loads version after version into the folder named, and says so, until somebody kills it. */
const [folder = ''] = process.argv.slice(2);
process.stdout.write('opening\n');
const loader = createLoader({ store: await openPgliteStore(folder) });
const [newest] = await loader.ledger({ limit: 1 });
for (let version = Number(newest?.file.version ?? 0) + 1; ; version++) {
  process.stdout.write(`loading ${version}\n`);
  await loader.load(batchesOf(versionedItems(version)), { file: { version: String(version) } });
}
