import { expect } from 'vitest';
import { isUnreadableInputError, type UnreadableInputError } from '../errors.js';
import type { ParseOptions } from '../parser.js';
import { forEachSample, type CheckContext, type ParserCheck } from './check.js';
import { mutate, notText, seeded } from './hostile.js';
import { expectValid, parseAll, unreadable } from './parse.js';
import type { LoadedSample } from './sample.js';

/** Damaged, cut and wrong files, and what is said about them. */
export function hostileChecks<O extends ParseOptions>(context: CheckContext<O>): ParserCheck[] {
  const { parser, suite, options } = context;

  /** Names, UPNs and birth dates of a sample's pupils: what no message may hold. */
  const canariesOf = async ({ bytes, name }: LoadedSample): Promise<string[]> => {
    const { records } = await parseAll(parser, bytes, options, name);
    const words = new Set<string>(suite.canaries);
    for (const record of records) {
      if (record.kind !== 'pupil') continue;
      for (const word of [record.surname, record.forename, record.upn, record.birthDate]) {
        // A shorter name may be an English word of a message.
        if (word !== undefined && word.length >= 5) words.add(word);
      }
    }
    return [...words];
  };
  const expectSilence = (canaries: readonly string[], ...texts: (string | undefined)[]): void => {
    const said = texts.join('\n');
    // The canary itself stays out of this message too.
    expect(canaries.filter((word) => said.includes(word)).length, 'pupil data in a message').toBe(0);
  };
  const expectClear = (error: UnreadableInputError): void => {
    expect(error.code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(error.message.trim()).not.toBe('');
    expect(error.help.trim()).not.toBe('');
  };

  return [
    {
      name: 'refuses what is no text, with a clear error',
      run: async () => {
        for (const [name, bytes] of Object.entries(notText)) {
          const error = await unreadable(parser, bytes, options);
          expect(error, name).toBeDefined();
          expectClear(error!);
        }
      },
    },
    forEachSample(
      context,
      'never takes a file that was cut short for a whole one',
      async ({ bytes, name }) => {
        const whole = await parseAll(parser, bytes, options, name);
        const end = Buffer.from(bytes).toString('latin1').trimEnd().length;
        for (const at of cuts(end)) {
          const part = bytes.subarray(0, at);
          if (suite.showsTruncation === false) {
            const error = await unreadable(parser, part, options);
            if (error === undefined) {
              const { records } = await parseAll(parser, part, options, name);
              expect(records.length, `cut at byte ${at}`).toBeLessThanOrEqual(whole.records.length);
            }
          } else {
            const error = await unreadable(parser, part, options);
            expect(error, `cut at byte ${at} of ${bytes.length}`).toBeDefined();
            expectClear(error!);
          }
        }
      },
    ),
    forEachSample(context, 'says nothing of a pupil in errors and issues', async (sample) => {
      const { bytes, name } = sample;
      const canaries = await canariesOf(sample);
      const { issues } = await parseAll(parser, bytes, options, name);
      for (const issue of issues) expectSilence(canaries, issue.message, issue.help, issue.code);
      const next = seeded(11);
      for (let i = 0; i < 40; i++) {
        const error = await unreadable(parser, mutate(bytes, next), options);
        expectSilence(
          canaries,
          error?.message,
          error?.help,
          error?.stack,
          error?.cause instanceof Error ? error.cause.message : undefined,
        );
      }
      const detection = parser.detect({
        bytes: bytes.subarray(0, 65_536),
        text: new TextDecoder().decode(bytes),
        name,
      });
      expectSilence(canaries, detection?.reason, detection?.version);
    }),
    forEachSample(
      context,
      'reads or refuses mutated files, in time, and gives only valid items',
      async ({ bytes, name }) => {
        const runs = suite.mutations ?? 60;
        const longest = suite.mutationTime ?? 5000;
        const next = seeded(bytes.length + runs);
        for (let i = 0; i < runs; i++) {
          const mutated = mutate(bytes, next);
          const started = performance.now();
          try {
            const { items } = await parseAll(parser, mutated, options, name);
            items.forEach(expectValid);
          } catch (error) {
            if (!isUnreadableInputError(error)) {
              const text = error instanceof Error ? error.message : String(error);
              throw new Error(`Mutation ${i}: ${text}`, { cause: error });
            }
            expectClear(error);
          }
          expect(performance.now() - started, `mutation ${i}`).toBeLessThan(longest);
        }
      },
    ),
  ];
}

/** About 60 lengths below `end`: evenly spread, and every one of the last few. */
function cuts(end: number): number[] {
  const at = new Set<number>();
  for (let i = 0; i < 50; i++) at.add(Math.floor((i * end) / 50));
  for (let back = 1; back <= 10; back++) at.add(Math.max(0, end - back));
  return [...at];
}
