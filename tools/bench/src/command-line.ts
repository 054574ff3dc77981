import { parseArgs } from 'node:util';
import type { BenchOptions } from './plan.js';
import { isTargetId, type TargetId, targetIds } from './targets/index.js';

export interface CommandLine extends BenchOptions {
  readonly seed: number;
  /** Where the figures go as JSON. */
  readonly json: string | undefined;
  readonly help: boolean;
}

export const USAGE = `npm run bench -- [options]

  --pupils N,N       sizes of the synthetic CTF (2000,20000,100000)
  --repeats N        runs of each (3)
  --only A,B         of ${targetIds.join(', ')}
  --seed N           of the synthetic pupils (2026)
  --json FILE        writes the figures as JSON too
  --whole-limit N    pupils up to which fast-xml-parser takes part (20000)
`;

/** Thrown for a command line that says nothing sensible; its message is for the user. */
export class UsageError extends Error {}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least)
    throw new UsageError(`--${name} takes whole numbers from ${least}`);
  return value;
}

function target(text: string): TargetId {
  if (!isTargetId(text)) throw new UsageError(`--only takes ${targetIds.join(', ')}`);
  return text;
}

/** @throws UsageError */
export function readCommandLine(args: readonly string[]): CommandLine {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        pupils: { type: 'string', default: '2000,20000,100000' },
        repeats: { type: 'string', default: '3' },
        only: { type: 'string', default: targetIds.join(',') },
        seed: { type: 'string', default: '2026' },
        json: { type: 'string' },
        'whole-limit': { type: 'string', default: '20000' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'unknown option');
  }
  return {
    pupils: values.pupils.split(',').map((text) => whole('pupils', text, 1)),
    repeats: whole('repeats', values.repeats, 1),
    only: values.only.split(',').map(target),
    seed: whole('seed', values.seed, 0),
    json: values.json,
    wholeDocumentLimit: whole('whole-limit', values['whole-limit'], 0),
    help: values.help,
  };
}
