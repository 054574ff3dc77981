import { ctfParser } from '@rollbook/parser-ctf';
import { openSource } from '@rollbook/parser-kit';
import { validate } from '@rollbook/validate';
import { countItems } from './count-items.js';
import type { Target } from './target.js';

/** File to canonical records, and all rules on them. */
export const validateTarget: Target = {
  async run(path) {
    return countItems(validate(ctfParser.parse(await openSource(path))));
  },
};
