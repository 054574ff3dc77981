/**
 * `npm run mutation`: changes identifiers and rules in a thousand small ways and sees whether a test notices.
 * `-- identifiers`, `-- calendar`, `-- helpers`, `-- rules`, `-- rules/core`, `-- rules/core/contact-` run a part.
 * Leaves with 1 when a part's score is below 85. See docs/mutation-testing.md.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { parts, partsOf, reportOf } from '../mutation/parts.mjs';
import { readReports } from '../mutation/report.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

const LEAST_SCORE = 85;

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));

let chosen;
try {
  chosen = names.length === 0 ? parts : names.flatMap(partsOf);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
ensureInstalled();

const failed = [];
for (const part of chosen) {
  const report = `${reportOf(part)}.json`;
  // An old report must not stand in for a run that broke off
  rmSync(report, { force: true });
  const { status } = spawnSync('npx', ['stryker', 'run', 'tools/mutation/stryker.config.mjs', ...options], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ROLLBOOK_MUTATION_PART: part.name },
  });
  if (status !== 0) failed.push(part.name);
}

const done = chosen.filter((part) => existsSync(`${reportOf(part)}.json`));
const row = (name, { found, missed, ignored, score }) =>
  [
    name.padEnd(22),
    score.toFixed(1).padStart(6),
    ...[found, missed, ignored].map((n) => String(n).padStart(8)),
  ].join('');
const all = readReports(done.map((part) => `${reportOf(part)}.json`));
console.log(`\n${all.survivors.join('\n')}\n`);
console.log('part                   score   found  missed left out');
for (const part of done) console.log(row(part.name, readReports([`${reportOf(part)}.json`])));
if (done.length > 1) console.log(row('all', all));
if (all.unfit > 0) console.log(`${all.unfit} mutants could not be run and are not counted`);

for (const name of failed) console.error(`${name}: below ${LEAST_SCORE}, or broken off`);
if (failed.length > 0) process.exit(1);
