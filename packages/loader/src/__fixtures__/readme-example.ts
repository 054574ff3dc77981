import { createLoader, openPgliteStore, type LoadResult } from '@rollbook/loader';
import { openSource, type Parser } from '@rollbook/parser-kit';

export async function loadFile(path: string, parser: Parser, folder: string): Promise<LoadResult> {
  const store = await openPgliteStore(folder);
  const loader = createLoader({ store });
  const result = await loader.load({ source: await openSource(path), parser });
  for await (const { kind, reasons, issues } of loader.quarantine()) {
    console.log(kind, reasons.join(), issues.map(({ code, message }) => `${code}: ${message}`).join('; '));
  }
  await store.close();
  return result;
}
