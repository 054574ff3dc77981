import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLoader, type Loader } from '../loader.js';
import { openPgliteStore } from '../open-pglite-store.js';
import type { Store } from '../store.js';

let store: Store;
let loader: Loader;
beforeAll(async () => {
  store = await openPgliteStore('memory://');
  loader = createLoader({ store });
}, 60_000);
afterAll(() => store.close());

const file = { name: '8562001_CTF_856LLLL_001.xml', sha256: 'a'.repeat(64), pupils: 2, records: 9 };

it('puts each export into the chain, with who made it and what of it', async () => {
  const withheld = { sen: 3 };
  await loader.noteExport({
    ...{ target: 'one', by: 'A. Officer', school: '8562001' },
    files: [{ ...file, withheld }],
  });
  await loader.noteExport({ target: 'profile', by: 'B. Officer', files: [file] });
  const entries = [];
  for await (const entry of loader.audit({ action: 'exported' })) entries.push(entry);
  expect(entries).toMatchObject([
    { actor: 'A. Officer', school: '8562001', details: { target: 'one', files: [{ ...file, withheld }] } },
    { actor: 'B. Officer', school: null, details: { target: 'profile', files: [file] } },
  ]);
  expect(await loader.verifyAudit()).toMatchObject({ ok: true, entries: 2 });
});

it('takes none that nobody signs', async () => {
  await expect(loader.noteExport({ target: 'one', by: ' ', files: [file] })).rejects.toMatchObject({
    code: 'invalid-decision',
  });
});
