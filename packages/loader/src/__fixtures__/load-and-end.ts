import { createLoader } from '../loader.js';
import { openPostgresStore } from '../open-postgres-store.js';
import { batchesOf, pupil } from '../testing/items.js';

/** Loads into the server named, says so, and leaves the store open. */
const [connectionString = ''] = process.argv.slice(2);
const store = await openPostgresStore({ connectionString });
const { received } = await createLoader({ store }).load(batchesOf([pupil('A1')]));
process.stdout.write(`received ${received}\n`);
