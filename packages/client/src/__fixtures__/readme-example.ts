import { createClient, type Job } from '@rollbook/client';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

export async function sendExport(baseUrl: string, apiKey: string, path: string): Promise<Job> {
  const client = createClient({ baseUrl, apiKey });
  const { size } = await stat(path);
  const job = await client.load(createReadStream(path), {}, { size, fileName: 'export.xml' });
  for await (const { kind, reasons } of client.quarantine()) console.log(kind, reasons.join());
  return job;
}
