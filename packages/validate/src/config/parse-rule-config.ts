import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { z } from 'zod';
import { RuleConfigError, type RuleConfigProblem } from './rule-config-error.js';
import { type RuleConfig, ruleConfigSchema } from './rule-config.js';

const LONGEST = 1_000_000;
/** Numbers that mean something else as text: 007, 0x1F, 1e5. */
const NUMBER_OR_CODE = /^[-+]?0\w|e/i;

type Path = readonly (string | number)[];
type Place = Pick<RuleConfigProblem, 'line' | 'column'>;

/** One fault with what is known of it before it has a line. */
interface Fault {
  readonly message: string;
  readonly path: Path;
}

/** Faults one by one: unknown keys apart, and of a choice of forms those of the form that was written. */
function faultsOf(issues: readonly z.core.$ZodIssue[], above: Path = []): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const path = [...above, ...(issue.path as Path)];
    if (issue.code === 'unrecognized_keys') {
      const messages = issue.message.split('\n');
      return issue.keys.map((key, i) => ({ message: messages[i] ?? issue.message, path: [...path, key] }));
    }
    if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => ({ message, path }));
    if (issue.code === 'invalid_union') {
      const meant = issue.errors.filter((errors) => !errors.some(isOtherForm));
      if (meant.length === 1) return faultsOf(meant[0] ?? [], path);
    }
    return [{ message: issue.message, path }];
  });
}

const isOtherForm = ({ code, path }: z.core.$ZodIssue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

/** @throws RuleConfigError with every fault and its path */
export function checkRuleConfig(config: unknown): RuleConfig {
  const result = ruleConfigSchema.safeParse(config);
  if (result.success) return result.data;
  throw new RuleConfigError(faultsOf(result.error.issues));
}

/** Where in the text a path leads; the name of what it leads to, where it has one. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [i, step] of path.entries()) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      node = pair.value;
      const shown = i === path.length - 1 ? pair.key : node;
      if (isNode(shown)) offset = shown.range?.[0] ?? offset;
    } else {
      node = node.get(step, true);
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    }
  }
  return offset;
}

/** Codes such as 007 or 1e5 that YAML takes for numbers: what was written would be lost without a word. */
function lostCodes(document: Document, at: (offset: number) => Place): RuleConfigProblem[] {
  const problems: RuleConfigProblem[] = [];
  visit(document, {
    Scalar: (_, { value, source, range }) => {
      if (typeof value !== 'number' || source === undefined || !NUMBER_OR_CODE.test(source)) return;
      const message = `Write '${source.slice(0, 60)}' in quotes: without them it is the number ${value}.`;
      problems.push({ message, path: [], ...at(range?.[0] ?? 0) });
    },
  });
  return problems;
}

function read(text: string): { document: Document; lines: LineCounter; value: unknown } {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    return {
      document,
      lines,
      value: document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 }),
    };
  } catch (error) {
    const message =
      error instanceof RangeError
        ? 'The settings stand too deep in one another.'
        : 'The YAML refers to itself too often.';
    throw new RuleConfigError([{ message, path: [] }]);
  }
}

/**
 * Reads settings of rules that are written as YAML (JSON is YAML, too).
 *
 * @returns the settings, checked; no code of the file is run, and its regular expressions are none that take long
 * @throws RuleConfigError with every fault: what to write, and line, column and path
 */
export function parseRuleConfig(text: string): RuleConfig {
  if (text.length > LONGEST) {
    throw new RuleConfigError([{ message: `Settings have at most ${LONGEST} characters.`, path: [] }]);
  }
  const { document, lines, value } = read(text);
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const broken = document.errors.map(({ message, pos }) => ({
    message: `This is no YAML: ${message.replace(/\.?$/, '.')}`,
    path: [],
    ...at(pos[0]),
  }));
  if (broken.length > 0) throw new RuleConfigError(broken);
  const lost = lostCodes(document, at);
  if (lost.length > 0) throw new RuleConfigError(lost);
  try {
    return checkRuleConfig(value);
  } catch (error) {
    if (error instanceof RangeError)
      throw new RuleConfigError([{ message: 'The settings stand too deep in one another.', path: [] }]);
    if (!(error instanceof RuleConfigError)) throw error;
    const problems = error.problems.map((problem) => ({
      ...problem,
      ...at(offsetOf(document, problem.path)),
    }));
    throw new RuleConfigError(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  }
}
