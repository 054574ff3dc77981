import { describe, expect, it } from 'vitest';
import { UnreadableInputError } from './errors.js';
import { isRecord, type Batch, type Item } from './item.js';
import type { ParseOptions, Parser } from './parser.js';
import { describeParser, parserChecks } from './testing.js';
import { largeRoll, roll, rollParser } from './testing/roll-parser.test-support.js';

const samples = [{ name: 'roll.xml', bytes: roll, minimumRecords: 41 }] as const;

describeParser(rollParser, {
  samples,
  foreign: [{ name: 'register', bytes: Buffer.from('<Register><Pupil/></Register>') }],
  mutations: 200,
});

/** The parser with its items or batches changed. */
function changed(change: (batches: AsyncIterable<Batch>) => AsyncIterable<Batch>): Parser {
  return { ...rollParser, parse: (source, options) => change(rollParser.parse(source, options)) };
}

function eachItem(change: (item: Item, i: number) => Item): Parser {
  return changed(async function* (batches) {
    let i = 0;
    for await (const batch of batches) yield batch.map((item) => change(item, i++));
  });
}

describe('the contract suite', () => {
  const breaches: [check: string, parser: Parser][] = [
    ['has an id, a supplier and a title', { ...rollParser, id: 'Roll Parser' }],
    [
      'detects its own samples, whatever their name',
      {
        ...rollParser,
        detect: ({ name }) => (name?.endsWith('.xml') ? { confidence: 1, reason: 'its name' } : undefined),
      },
    ],
    [
      'leaves the heads of other formats alone',
      { ...rollParser, detect: () => ({ confidence: 0.9, reason: 'any' }) },
    ],
    [
      'detects without throwing on any beginning of a file',
      {
        ...rollParser,
        detect: ({ text }) => {
          if (!text.includes('<Roll>')) throw new Error('no root');
          return undefined;
        },
      },
    ],
    [
      'reads the same from every kind of source',
      {
        ...rollParser,
        parse: (source, options) => (source.repeatable ? rollParser.parse(source, options) : nothing()),
      },
    ],
    [
      'tells its progress up to the last byte',
      {
        ...rollParser,
        parse: (source, options) => rollParser.parse(source, without(options, 'onProgress')),
      },
    ],
    [
      'stops when aborted, before and during reading',
      { ...rollParser, parse: (source, options) => rollParser.parse(source, without(options, 'signal')) },
    ],
    [
      'gives records and issues that pass their schemas',
      eachItem((item) => (isRecord(item) ? ({ ...item, colour: 'red' } as unknown as Item) : item)),
    ],
    [
      'gives records and issues that pass their schemas',
      eachItem((item) => (isRecord(item) ? item : { ...item, help: '' })),
    ],
    [
      'gives items that survive JSON',
      eachItem((item) => ({ ...item, place: new Date(0) }) as unknown as Item),
    ],
    [
      'gives each key once for a kind, or an issue about it',
      eachItem((item) => (isRecord(item) && item.kind === 'pupil' ? { ...item, key: 'same' } : item)),
    ],
    [
      'ties records of a pupil to a pupil of the file',
      eachItem((item) =>
        isRecord(item) && item.kind === 'fsm-spell' ? { ...item, pupilKey: 'other' } : item,
      ),
    ],
    [
      'refers in issues only to records that it gives',
      eachItem((item) => (isRecord(item) ? item : { ...item, record: { kind: 'pupil', key: 'other' } })),
    ],
    [
      'keeps a pupil together, pupil record first',
      changed(async function* (batches) {
        for await (const batch of batches) for (const item of batch) yield [item];
      }),
    ],
    [
      'keeps a pupil together, pupil record first',
      changed(async function* (batches) {
        for await (const batch of batches) yield batch.toReversed();
      }),
    ],
    [
      'keeps a pupil together, pupil record first',
      changed(async function* (batches) {
        const all: Item[] = [];
        for await (const batch of batches) all.push(...batch);
        yield all;
      }),
    ],
    [
      'says where each record comes from',
      eachItem((item) =>
        isRecord(item) ? { ...item, provenance: { file: { ...item.provenance.file }, place: {} } } : item,
      ),
    ],
    [
      'refuses what is no text, with a clear error',
      {
        ...rollParser,
        parse: (source, options) => (source.size === 0 ? nothing() : rollParser.parse(source, options)),
      },
    ],
    ['never takes a file that was cut short for a whole one', changed(swallowErrors)],
    [
      'says nothing of a pupil in errors and issues',
      eachItem((item) => (isRecord(item) ? item : { ...item, message: 'Okonkwo has no UPN.' })),
    ],
    [
      'reads or refuses mutated files, in time, and gives only valid items',
      changed(async function* (batches) {
        try {
          yield* batches;
        } catch {
          throw new TypeError('something of undefined');
        }
      }),
    ],
    ['XML: refuses bytes that are not of the declared encoding', changed(swallowErrors)],
    ['XML: refuses a DOCTYPE and expands nothing', changed(swallowErrors)],
    [
      'XML: reads the same in every encoding',
      {
        ...rollParser,
        parse: (source, options) => rollParser.parse(source, { ...options, encoding: 'utf-8' }),
      },
    ],
  ];

  it.each(breaches)('notices a parser that breaks: %s', async (name, parser) => {
    const check = parserChecks(parser, { samples, mutations: 20 }).find((each) => each.name === name);
    await expect(check!.run()).rejects.toThrow();
  });

  it('notices a parser that holds on to the source', async () => {
    const clinging = changed((batches) => {
      const iterator = batches[Symbol.asyncIterator]();
      return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
    });
    const name = 'lets go of the source when the consumer stops early';
    const run = (parser: Parser) =>
      parserChecks(parser, { samples: [{ name: 'roll.xml', bytes: largeRoll }] })
        .find((each) => each.name === name)!
        .run();
    await expect(run(clinging)).rejects.toThrow();
    await run(rollParser);
  });

  it('lets a format pass that does not show where it was cut', async () => {
    const suite = { samples, showsTruncation: false };
    const name = 'never takes a file that was cut short for a whole one';
    await parserChecks(changed(swallowErrors), suite)
      .find((each) => each.name === name)!
      .run();
  });

  it('says which sample broke a promise', async () => {
    const check = parserChecks(
      eachItem((item) => ({ ...item, key: 5 }) as unknown as Item),
      { samples },
    ).find(({ name }) => name === 'gives records and issues that pass their schemas');
    await expect(check!.run()).rejects.toThrow(/^Sample roll\.xml: A record of kind pupil/);
  });
});

function without(options: ParseOptions | undefined, name: keyof ParseOptions): ParseOptions {
  return Object.fromEntries(Object.entries(options ?? {}).filter(([each]) => each !== name));
}

// eslint-disable-next-line @typescript-eslint/require-await -- it stands where parses do
async function* nothing(): AsyncGenerator<Batch> {
  yield* [];
}

async function* swallowErrors(batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
  try {
    yield* batches;
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
  }
}
