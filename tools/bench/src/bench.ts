import type { Measurement } from './measurement.js';
import { type BenchOptions, orderOfRuns, targetsFor } from './plan.js';
import type { FileReport } from './report.js';
import { runWorker } from './run-worker.js';
import { type Summary, summarise } from './statistics.js';
import type { TargetId } from './targets/index.js';

/** Measures every target over one file. `onRun` is called before each run, for progress. */
export async function benchFile(
  file: { path: string; pupils: number; seed: number },
  options: BenchOptions,
  onRun: (target: TargetId, run: number, runs: number) => void,
): Promise<FileReport> {
  const ids = targetsFor(file.pupils, options);
  const order = orderOfRuns(ids, options.repeats);
  const measured = new Map<TargetId, Measurement[]>(ids.map((id) => [id, []]));
  let bytes = 0;
  for (const [index, id] of order.entries()) {
    onRun(id, index + 1, order.length);
    const measurement = await runWorker(id, file.path);
    if (measurement.pupils !== file.pupils) throw new Error(`${id} read ${measurement.pupils} pupils`);
    bytes = measurement.bytes;
    measured.get(id)?.push(measurement);
  }
  const results: Partial<Record<TargetId, Summary>> = {};
  for (const [id, runs] of measured) results[id] = summarise(runs);
  return { pupils: file.pupils, seed: file.seed, bytes, results };
}
