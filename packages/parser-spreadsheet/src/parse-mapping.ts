import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { MappingError, type MappingProblem } from './mapping-error.js';
import { spreadsheetMappingSchema, type SpreadsheetMapping } from './spreadsheet-mapping.js';

const LONGEST = 2_000_000;

/** Where in the text a path leads, or as far as there is something on the way. */
function offsetOf(document: Document, path: readonly (string | number)[], key?: string): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  const steps = key === undefined ? path : [...path, key];
  steps.forEach((step, i) => {
    if (!isCollection(node)) {
      node = undefined;
      return;
    }
    const isKey = i === steps.length - 1 && isMap(node);
    if (isMap(node)) {
      const pair = node.items.find(({ key: name }) => isScalar(name) && String(name.value) === String(step));
      // What is wrong with a value is told where its name stands
      if (isKey && isScalar(pair?.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair?.value;
    } else node = node.get(step, true);
    if (!isKey && isNode(node)) offset = node.range?.[0] ?? offset;
  });
  return offset;
}

/**
 * Reads a mapping that is written as YAML (JSON is YAML, too).
 *
 * @throws MappingError with all problems and their lines
 */
export function parseMapping(text: string): SpreadsheetMapping {
  if (text.length > LONGEST) {
    throw new MappingError([{ message: `A mapping has at most ${LONGEST} characters.`, path: [] }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Pick<MappingProblem, 'line' | 'column'> => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    throw new MappingError(
      document.errors.map(({ message, pos }) => ({
        message: `This is no YAML: ${message.replace(/\.?$/, '.')}`,
        path: [],
        ...at(pos[0]),
      })),
    );
  }
  const result = spreadsheetMappingSchema.safeParse(valueOf(document));
  if (result.success) return result.data;
  throw new MappingError(
    result.error.issues.flatMap((issue): MappingProblem[] => {
      const path = issue.path as (string | number)[];
      if (issue.code !== 'unrecognized_keys')
        return [{ message: sentence(issue.message), path, ...at(offsetOf(document, path)) }];
      return issue.keys.map((key) => ({
        message: `There is no "${key.slice(0, 60)}" here.`,
        path: [...path, key],
        ...at(offsetOf(document, path, key)),
      }));
    }),
  );
}

function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new MappingError([{ message: 'The YAML refers to itself too often.', path: [] }]);
  }
}

function sentence(message: string): string {
  return message
    .replace(/^Invalid input: /, 'Wrong value: ')
    .replace(/\.?$/, (end) => (end === '' && message.endsWith('?') ? '' : '.'));
}
