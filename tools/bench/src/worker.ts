/**
 * `node dist/worker.js TARGET FILE`: runs one target once and prints its measurement as JSON. A process for each, so
 * that peak memory is that of the target alone, and no run profits from another's warm code.
 */
import { stat } from 'node:fs/promises';
import type { Measurement } from './measurement.js';
import { isTargetId, targets } from './targets/index.js';

const [id = '', path = ''] = process.argv.slice(2);
if (!isTargetId(id)) throw new Error('the first argument is no target');
const target = await targets[id].load();
try {
  const { size } = await stat(path);
  await target.prepare?.();
  const start = performance.now();
  const counts = await target.run(path);
  const seconds = (performance.now() - start) / 1000;
  const measurement: Measurement = {
    ...counts,
    seconds,
    bytes: size,
    // Kilobytes on every platform that libuv knows
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  process.stdout.write(JSON.stringify(measurement));
} finally {
  await target.end?.();
}
