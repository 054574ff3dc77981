import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Loader } from '@rollbook/loader';
import { createService } from './create-service.js';

/** The OpenAPI 3.1 document of the service, as it answers at `/openapi.json`, without a store. */
export async function openApiDocument(): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'rollbook-openapi-'));
  // No route is called, so none asks the loader for anything else.
  const loader = { resume: () => Promise.resolve([]) } as unknown as Loader;
  const app = await createService({ loader, parsers: [], keys: [], folder });
  try {
    await app.ready();
    return JSON.parse(JSON.stringify(app.swagger())) as Record<string, unknown>;
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}
