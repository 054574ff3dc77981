import type { TableDialect } from '@rollbook/parser-kit';
import { detectTable } from './detect-table.js';
import { simsHeadings } from './headings.js';
import type { SimsParseOptions } from './options.js';
import { ownResults } from './result-headings.js';

/** Sub-codes of 2020 to 2022: `I01`, `X07`. The first letter is what a return has. */
const SUB_CODE = /^[A-Z]\d\d$/;

const dialect: TableDialect = {
  id: 'sims',
  supplier: 'sims',
  title: 'SIMS reports',
  headings: simsHeadings,
  detect: detectTable,
  continuation: true,
  mark: (text) => (SUB_CODE.test(text) ? text.charAt(0) : undefined),
  // A marksheet's notes stand below its pupils
  skipRow: (cells) => cells[0]?.startsWith('Template Notes') === true,
};

/** SIMS's way with tables, with the columns that the options say are results. */
export function simsDialect({ results }: SimsParseOptions = {}): TableDialect {
  if (results === undefined) return dialect;
  const always = new Map([...simsHeadings.always, ...ownResults(results)]);
  return { ...dialect, headings: { ...simsHeadings, always } };
}
