import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Properties of a rule that are there to be read, and that tests can only compare with themselves. */
const TEXTS = new Set(['title', 'help', 'source']);
const RULES = new Set(['recordRule', 'pupilRule', 'fileRule', 'storeRule']);

/**
 * Leaves out of mutation what is written for people: title, help and source of a rule, and messages of errors.
 * Everything else of a rule's declaration (code, severity, kinds, fields, dates) is mutated.
 */
const texts = {
  shouldIgnore({ node, parent, parentPath }) {
    if (node.type === 'ObjectProperty' && TEXTS.has(node.key.name)) {
      const call = parentPath.parent;
      if (call.type === 'CallExpression' && RULES.has(call.callee.name)) {
        return 'Text of a rule for people: title, help or source.';
      }
    }
    if (parent?.type === 'NewExpression' && parent.callee !== node && /Error$/.test(parent.callee.name)) {
      return 'Message of an error.';
    }
    return undefined;
  },
};

const RELATIONS = new Set(['<', '<=', '>', '>=']);

/** The same name or the same path of names. */
function same(a, b) {
  if (a.type !== b.type) return false;
  if (a.type === 'Identifier') return a.name === b.name;
  return (
    (a.type === 'MemberExpression' || a.type === 'OptionalMemberExpression') &&
    !a.computed &&
    !b.computed &&
    same(a.object, b.object) &&
    same(a.property, b.property)
  );
}

/** The parts of `a && b && c`. */
function conjuncts(node) {
  return node.type === 'LogicalExpression' && node.operator === '&&'
    ? [...conjuncts(node.left), ...conjuncts(node.right)]
    : [node];
}

/** What `x !== undefined` asks about, or undefined for any other expression. */
function guarded(node) {
  const isGuard =
    node.type === 'BinaryExpression' &&
    node.operator === '!==' &&
    node.right.type === 'Identifier' &&
    node.right.name === 'undefined';
  return isGuard ? node.left : undefined;
}

const CALCULATIONS = new Set(['+', '-', '*', '/']);

/** What is compared, with the parts of sums and products. */
function operands(node) {
  return node.type === 'BinaryExpression' && (RELATIONS.has(node.operator) || CALCULATIONS.has(node.operator))
    ? [...operands(node.left), ...operands(node.right)]
    : [node];
}

/** What may not be undefined if this is to hold. */
function needed(node) {
  if (node.type === 'BinaryExpression' && RELATIONS.has(node.operator)) return operands(node);
  const { argument } = node;
  const notBlank =
    node.type === 'UnaryExpression' &&
    node.operator === '!' &&
    argument.type === 'CallExpression' &&
    argument.callee.name === 'isBlank';
  return notBlank ? argument.arguments : [];
}

/**
 * Leaves out `x !== undefined` where the same conjunction compares `x`, or a sum with it, by `<`, `<=`, `>` or
 * `>=`, or asks for `!isBlank(x)`: the compiler wants it, but undefined fails each of these, so nothing changes
 * without it.
 */
const guards = {
  shouldIgnore(path) {
    const asked = conjuncts(path.node).map(guarded);
    if (asked.includes(undefined)) return undefined;
    let top = path;
    while (top.parent?.type === 'LogicalExpression' && top.parent.operator === '&&') top = top.parentPath;
    const all = conjuncts(top.node).flatMap(needed);
    return asked.every((x) => all.some((other) => same(other, x)))
      ? 'Guard before what undefined fails anyway.'
      : undefined;
  },
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'texts', texts),
  declareValuePlugin(PluginKind.Ignore, 'guards', guards),
];
