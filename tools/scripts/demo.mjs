/**
 * `npm run demo`: the main job, on synthetic data. Makes a school's Common Transfer File, then runs the command
 * a council would run on it, and prints each command with what it said.
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
const { writeSyntheticCtf } = await import('../../packages/synthetic/dist/index.js');
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
rollbook('Load it; records with errors wait in quarantine', ['load', FILE, ...db], [1]);
rollbook('Load it again: nothing changes', ['load', FILE, ...db], [1]);
rollbook('The ledger: received = loaded + unchanged + quarantined', ['ledger', ...db], [0]);
console.log(`\nThe file and the store are in ${FOLDER}/. Try: node packages/cli/dist/bin.js --help`);
