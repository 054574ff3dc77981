import { z } from 'zod';
import { didYouMean, quoted } from './suggest.js';

/** A message a key that doesn't belong, in the order of `keys`; split again where faults are told one by one. */
export function unknownKeys(
  keys: readonly string[],
  known: readonly string[],
  say: (key: string) => string,
): string {
  return keys.map((key) => say(quoted(key)) + didYouMean(key, known)).join('\n');
}

/** An object that has no other keys than these, and says which was probably meant. */
export function strictShape<S extends z.core.$ZodLooseShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys')
        return `${issue.input === undefined ? 'This is missing. ' : ''}Write keys and values here: ${known.join(', ')}.`;
      return unknownKeys(issue.keys, known, (key) => `There is no ${key} here.`);
    },
  });
}

/** One of some words; says which was probably meant. */
export function oneOf<const W extends readonly [string, ...string[]]>(
  words: W,
  say: (word: string) => string,
): z.ZodEnum<z.core.util.ToEnum<W[number]>> {
  return z.enum(words, {
    error: ({ input }) =>
      input === undefined
        ? `This is missing. Write one of these here: ${words.join(', ')}.`
        : say(quoted(input)) + (typeof input === 'string' ? didYouMean(input, words) : ''),
  });
}
