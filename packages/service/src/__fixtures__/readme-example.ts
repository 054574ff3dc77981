import { createLoader, openPostgresStore } from '@rollbook/loader';
import type { Parser } from '@rollbook/parser-kit';
import { createApiKey, createService } from '@rollbook/service';

export async function serve(parsers: Parser[], folder: string, connectionString: string) {
  const loader = createLoader({ store: await openPostgresStore({ connectionString }) });
  const { key, record } = createApiKey({ id: 'school-a', scopes: ['load', 'read'], schools: ['9998888'] });
  const service = await createService({ loader, parsers, keys: [record], folder });
  return { key, service, address: await service.listen({ port: 0, host: '127.0.0.1' }) };
}
