/** Writes the JSON Schemas that ship with the package into `schemas/`. Run by `npm run build`. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { jsonSchemas } from '../src/json-schemas.js';

const folder = new URL('../schemas/', import.meta.url);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) {
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
