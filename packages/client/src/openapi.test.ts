import { readFile, writeFile } from 'node:fs/promises';
import { openApiDocument } from '@rollbook/service';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';

const path = new URL('./openapi.generated.ts', import.meta.url);
const HEAD = `// Made from the service's OpenAPI document; don't edit. To make it anew:
// ROLLBOOK_WRITE_CLIENT=1 npx vitest run --project client src/openapi.test.ts

`;

it('has the types of the service as it is', async () => {
  const document = await openApiDocument();
  const made = HEAD + astToString(await openapiTypescript(document as never));
  const text = await format(made, { ...(await resolveConfig(path)), parser: 'typescript' });
  if (process.env.ROLLBOOK_WRITE_CLIENT === '1') await writeFile(path, text);
  expect(await readFile(path, 'utf8')).toBe(text);
});
