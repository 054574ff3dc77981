import { ctfParser } from '@rollbook/parser-ctf';
import { openSource } from '@rollbook/parser-kit';
import { countItems } from './count-items.js';
import type { Target } from './target.js';

/** File to canonical records, with SHA-256 in passing. */
export const parseTarget: Target = {
  async run(path) {
    return countItems(ctfParser.parse(await openSource(path)));
  },
};
