/* global __dirname -- Nx loads generators by require, which an ES module survives only on newer Nodes. */
const { join } = require('node:path');
const { formatFiles, generateFiles, names } = require('@nx/devkit');

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const XML_NAME = /^[A-Za-z_][\w.-]*$/;

/** Throws for options that would make a package that doesn't compile, publish or read anything. */
function checkOptions(options) {
  for (const option of ['name', 'supplier']) {
    if (!KEBAB.test(options[option] ?? ''))
      throw new Error(`${option} must be kebab-case, such as "arbor" or "bromcom-vle".`);
  }
  // It stands in a heading, a table cell and a string.
  if (!/^[^\p{Cc}|<>`]*\S[^\p{Cc}|<>`]*$/u.test(options.title ?? ''))
    throw new Error('title must be one line of plain text, without | < > or backticks.');
  if (!XML_NAME.test(options.root ?? '')) throw new Error('root must be the local name of an element.');
}

/** Names from the root to a pupil's element: at least two, since the whole file can't be one record. */
function recordPath({ root, record = '' }) {
  const steps = record.split('/');
  if (!steps.every((step) => XML_NAME.test(step)))
    throw new Error('record must be a path of element names, such as "Pupils/Pupil".');
  return steps.length > 1 && steps[0] === root ? steps : [root, ...steps];
}

/** Adds the package to the root README's table, after the last parser. */
function listInReadme(tree, name, title) {
  const lines = (tree.read('README.md', 'utf8') ?? '').split('\n');
  const last = lines.findLastIndex((line) => line.startsWith('| [@rollbook/parser-'));
  if (last < 0) return;
  lines.splice(last + 1, 0, `| [@rollbook/parser-${name}](packages/parser-${name}) | reads ${title} |`);
  tree.write('README.md', lines.join('\n'));
}

async function parserGenerator(tree, options) {
  checkOptions(options);
  const { name, supplier, root } = options;
  const title = options.title.trim();
  const path = recordPath(options);
  const folder = `packages/parser-${name}`;
  for (const existing of [folder, `docs/formats/${name}.md`, `.changeset/parser-${name}.md`]) {
    if (tree.exists(existing)) throw new Error(`${existing} exists already.`);
  }

  const ancestors = path.slice(0, -1);
  const substitutions = {
    name,
    supplier,
    root,
    title,
    json: JSON.stringify,
    camelName: names(name).propertyName,
    path,
    recordName: path.at(-1),
    opening: ancestors.map((step, depth) => `${'  '.repeat(depth)}<${step}>`).join('\n'),
    closing: ancestors
      .map((step, depth) => `${'  '.repeat(depth)}</${step}>`)
      .reverse()
      .join('\n'),
    indent: '  '.repeat(ancestors.length),
  };
  const files = join(__dirname, 'files');
  generateFiles(tree, join(files, 'package'), folder, substitutions);
  generateFiles(tree, join(files, 'docs'), 'docs/formats', substitutions);
  generateFiles(tree, join(files, 'changeset'), '.changeset', substitutions);
  listInReadme(tree, name, title);
  await formatFiles(tree);
}

module.exports = { parserGenerator };
