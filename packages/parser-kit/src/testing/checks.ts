import type { ParseOptions, Parser } from '../parser.js';
import type { CheckContext, ParserCheck, ParserSuite } from './check.js';
import { hostileChecks } from './checks-hostile.js';
import { readingChecks } from './checks-reading.js';
import { recordChecks } from './checks-records.js';
import { xmlChecks } from './checks-xml.js';
import { loadSample, type LoadedSample } from './sample.js';

/** Every promise of the contract as a check with a name, for test runners other than vitest. */
export function parserChecks<O extends ParseOptions>(
  parser: Parser<O>,
  suite: ParserSuite<O>,
): ParserCheck[] {
  let loaded: Promise<LoadedSample[]> | undefined;
  const context: CheckContext<O> = {
    parser,
    suite,
    options: suite.options ?? ({} as O),
    samples: () => (loaded ??= Promise.all(suite.samples.map(loadSample))),
  };
  return [
    ...readingChecks(context),
    ...recordChecks(context),
    ...hostileChecks(context),
    ...xmlChecks(context),
  ];
}
