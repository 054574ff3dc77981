/** `npm run bench`: see docs/bench.md. */
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { benchFile } from './bench.js';
import { type CommandLine, readCommandLine, USAGE, UsageError } from './command-line.js';
import { cachedCtf } from './ctf-file.js';
import { describeMachine, type FileReport, renderFile, type Report } from './report.js';

/** A line that the next one overwrites on a terminal; nothing elsewhere. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
}

/** Reads the file once, so that the first run doesn't pay for the disk. */
async function warm(path: string): Promise<void> {
  await finished(createReadStream(path, { highWaterMark: 1 << 20 }).resume());
}

async function main(options: CommandLine): Promise<void> {
  const machine = describeMachine();
  const startedAt = new Date().toISOString();
  console.log(
    `Node ${machine.node}, ${machine.platform}, ${machine.cpu}, ${machine.cores} cores, ` +
      `${Math.round(machine.memoryBytes / 1e9)} GB`,
  );
  const files: FileReport[] = [];
  for (const pupils of options.pupils) {
    const path = await cachedCtf(pupils, options.seed, () => progress(`making a CTF of ${pupils} pupils…`));
    await warm(path);
    const file = await benchFile({ path, pupils, seed: options.seed }, options, (target, run, runs) =>
      progress(`${pupils} pupils, run ${run} of ${runs}: ${target}`),
    );
    progress('');
    console.log(`\n${renderFile(file, options.repeats)}`);
    files.push(file);
  }
  if (options.json !== undefined) {
    const report: Report = { machine, startedAt, repeats: options.repeats, files };
    await writeFile(options.json, JSON.stringify(report, null, 2) + '\n');
  }
}

try {
  const options = readCommandLine(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await main(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`bench: ${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
