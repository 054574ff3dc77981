import { ctfParser } from '@rollbook/parser-ctf';
import type { Parser } from '@rollbook/parser-kit';

/** Every format that the command reads. A new parser is put here and nowhere else in this package. */
export const parsers: readonly Parser[] = [ctfParser];

/** The ids that `--format` takes. */
export const formats: readonly string[] = parsers.map(({ id }) => id);

export function parserOf(format: string): Parser | undefined {
  return parsers.find(({ id }) => id === format);
}
