import { describe, it } from 'vitest';
import type { ParseOptions, Parser } from './parser.js';
import type { ParserSuite } from './testing/check.js';
import { parserChecks } from './testing/checks.js';

export type { ParserCheck, ParserSuite } from './testing/check.js';
export { parserChecks } from './testing/checks.js';
export { billionLaughs, mutate, notText, otherText, randomBytes, seeded } from './testing/hostile.js';
export { ChunkStream, sourceKinds, type ParserSample } from './testing/sample.js';

/** Long enough for a sample of some hundred KB on a busy machine. */
const timeout = 120_000;

/**
 * The contract that every parser keeps, as vitest tests: call it at the top of a test file. It needs samples of
 * the format, and asks what {@link parserChecks} lists.
 */
export function describeParser<O extends ParseOptions>(parser: Parser<O>, suite: ParserSuite<O>): void {
  describe(`parser ${parser.id}: the contract`, () => {
    for (const { name, run } of parserChecks(parser, suite)) it(name, run, timeout);
  });
}
