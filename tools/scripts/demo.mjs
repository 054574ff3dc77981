/**
 * `npm run demo`: the main job, on synthetic data. Makes a school's Common Transfer File, then runs the command
 * a council would run on it, then a small school in every supplier's format, and prints each command with what it said.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { ensureInstalled, run } from './ensure-installed.mjs';

const FOLDER = 'demo-output';
const FILE = `${FOLDER}/9998888_CTF_999LLLL_001.xml`;
const PUPILS = 1200;

ensureInstalled();
console.log('Building the packages…');
run('npx', ['nx', 'run-many', '-t', 'build', '--outputStyle=static'], { quiet: true });

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const { createSchool, syntheticFormats, writeFormat, writeSyntheticCtf } =
  await import('../../packages/synthetic/dist/index.js');
await writeSyntheticCtf(FILE, { seed: 2026, pupils: PUPILS, faults: { rate: 0.02 } });
console.log(`\nMade ${FILE}: ${PUPILS} synthetic pupils, 2 in 100 with a fault on purpose.`);

/** @param {number[]} expected exit codes that are no failure of the demo */
function rollbook(says, args, expected) {
  console.log(`\n--- ${says}\n$ rollbook ${args.join(' ')}`);
  const { status } = spawnSync('node', ['packages/cli/dist/bin.js', ...args], { stdio: 'inherit' });
  if (!expected.includes(status)) {
    console.error(`demo: expected exit code ${expected.join(' or ')}, got ${status}`);
    process.exit(1);
  }
  console.log(`(exit code ${status})`);
}

const db = ['--db', `pglite:${FOLDER}/store`];
rollbook('What is this file?', ['detect', FILE], [0]);
rollbook('Is the data good? (1: some of it is not)', ['validate', FILE, '--max-issues', '12'], [1]);
rollbook(
  'The same as a page for a data officer',
  ['validate', FILE, '--report', 'html', '--out', `${FOLDER}/report.html`, '--max-issues', '12'],
  [1],
);
rollbook('Load it; records with errors wait in quarantine', ['load', FILE, ...db], [1]);
rollbook('Load it again: nothing changes', ['load', FILE, ...db], [1]);
rollbook('The ledger: received = loaded + unchanged + quarantined', ['ledger', ...db], [0]);

const small = createSchool({
  seed: 2026,
  pupils: 60,
  attendance: { from: '2026-09-01', to: '2026-10-20' },
  exclusions: true,
});
const files = [];
for (const format of syntheticFormats) {
  const paths = await writeFormat(format, small, `${FOLDER}/formats/${format.id}`);
  files.push({ format, paths });
}
const count = files.reduce((sum, { paths }) => sum + paths.length, 0);
console.log(`\nMade a school of 60 pupils in ${files.length} formats, ${count} files in all.`);
rollbook(
  'Every supplier: whose file is it, and why?',
  ['detect', ...files.map(({ paths }) => paths[0])],
  [0],
);
const sims = files.find(({ format }) => format.id === 'sims-xml').paths[0];
rollbook(
  'A SIMS report, which does not name its school',
  ['load', sims, '--school', '9998888', ...db],
  [0, 1],
);
const sheet = files.find(({ format }) => format.id === 'spreadsheet-csv').paths[0];
rollbook('A spreadsheet made by hand: a mapping for its columns', ['map', sheet], [0, 1]);

console.log(
  `\nThe file, the report and the store are in ${FOLDER}/. Open ${FOLDER}/report.html, and try: node packages/cli/dist/bin.js --help`,
);
