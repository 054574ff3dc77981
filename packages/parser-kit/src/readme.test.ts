import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as kit from './index.js';
import { xmlHelp } from './xml/index.js';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

it('has an example that runs', async () => {
  const code = /```ts\n([\s\S]*?)```/.exec(readme)![1]!.replace(/^import .*$/m, '');
  const folder = await mkdtemp(join(tmpdir(), 'rollbook-readme-'));
  try {
    const path = join(folder, 'roll.xml');
    const before = '<?xml version="1.0"?>\n<CTFile>\n\n\n\n<CTFpupilData>\n\n';
    await writeFile(path, `${before}<Pupil><UPN>A856000000001</UPN></Pupil></CTFpupilData></CTFile>`);
    const said: unknown[][] = [];
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the example is run as it stands in the README
    const run = new Function(
      'kit',
      'path',
      'console',
      `const { ${Object.keys(kit).join(', ')} } = kit; return (async () => {${code}})();`,
    ) as (...args: unknown[]) => Promise<void>;
    await run(kit, path, { log: (...args: unknown[]) => said.push(args) });
    const promised = /\/\/ (\/CTFile.*)$/m.exec(code)![1]!;
    expect(said[0]!.join(' ')).toBe(promised);
    expect(said[1]![0]).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('names every error of XML, and every limit with its default', () => {
  for (const code of Object.keys(xmlHelp)) expect(readme).toContain(`\`${code}\``);
  for (const limit of Object.keys(kit.defaultXmlLimits)) expect(readme).toContain(`\`${limit}\``);
  expect(kit.defaultXmlLimits).toMatchObject({ depth: 64, recordLength: 16 << 20, textLength: 4 << 20 });
});
