import type { ParseOptions, Parser } from '../parser.js';
import type { LoadedSample, ParserSample } from './sample.js';

export interface ParserSuite<O extends ParseOptions = ParseOptions> {
  /**
   * Files of the format, of several versions and shapes. Small ones, since each is parsed some hundred times; one of
   * about 100 KB, so that the parser is seen to let go of a source before its end.
   */
  readonly samples: readonly [ParserSample, ...ParserSample[]];
  /** Files of neighbouring formats, which `detect` must leave alone. */
  readonly foreign?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Options with which the samples are parsed. */
  readonly options?: O;
  /**
   * Whether the format shows that a file was cut short. True when not given; false for delimited text, where a cut
   * need not be an error but must still not break anything.
   */
  readonly showsTruncation?: boolean;
  /**
   * Keys that a sample holds twice on purpose without an issue for each, as `kind key`.
   */
  readonly repeatedKeys?: readonly string[];
  /** Words of the samples that no message may hold, beside the pupils' names and UPNs, which are found. */
  readonly canaries?: readonly string[];
  /** Mutated files to try for each sample; 60 when not given. */
  readonly mutations?: number;
  /** Longest time in milliseconds for one mutated file; 5,000 when not given. */
  readonly mutationTime?: number;
}

/** One promise of the contract. `run` rejects when the parser breaks it. */
export interface ParserCheck {
  readonly name: string;
  readonly run: () => Promise<void>;
}

export interface CheckContext<O extends ParseOptions = ParseOptions> {
  readonly parser: Parser<O>;
  readonly suite: ParserSuite<O>;
  readonly options: O;
  /** Loads each sample once. */
  readonly samples: () => Promise<readonly LoadedSample[]>;
}

/** A check that runs once for each sample and says which one broke it. */
export function forEachSample<O extends ParseOptions>(
  context: CheckContext<O>,
  name: string,
  run: (sample: LoadedSample) => Promise<void>,
): ParserCheck {
  return {
    name,
    run: async () => {
      for (const sample of await context.samples()) {
        try {
          await run(sample);
        } catch (error) {
          if (error instanceof Error) error.message = `Sample ${sample.name}: ${error.message}`;
          throw error;
        }
      }
    },
  };
}
