import { createTableParser, type Parser, type TableParseOptions } from '@rollbook/parser-kit';
import { detectProgresso } from './detect.js';
import { suspensionCodes } from './suspension-codes.js';
import { PRESENT, prepareProgresso } from './prepare-progresso.js';
import { progressoHeadings } from './progresso-headings.js';

/** The code for present is one for both sessions, and in strings of marks `/` stands in afternoons too. */
function mark(text: string, session: 'AM' | 'PM'): string | undefined {
  if (PRESENT.has(text)) return session === 'AM' ? '/' : '\\';
  return text === '/' && session === 'PM' ? '\\' : undefined;
}

/**
 * Reads CSV and Excel extracts of Progresso (Cloud School): learners, contacts, marks and sums of attendance,
 * exclusions, SEN, free school meals, results. Each table is told by its headings.
 *
 * @throws UnreadableInputError when no row of known headings is found
 */
export const progressoParser: Parser<TableParseOptions> = createTableParser({
  id: 'progresso',
  supplier: 'advanced-learning',
  title: 'Progresso (Cloud School) extracts',
  headings: progressoHeadings,
  detect: detectProgresso,
  codes: suspensionCodes,
  mark,
  prepare: prepareProgresso,
});
