/** `npm run check`: install, format check, build, lint, types, package checks, then every test. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { ensureInstalled, run } from './ensure-installed.mjs';

const nx = (parallel) => ['nx', 'run-many', '--outputStyle=static', `--parallel=${parallel}`];

/**
 * Folders for one eslint each. One process for several lints them in a third of the time that one for each takes, since they
 * share their types; one for all needs more memory than Node takes by default.
 */
function lintParts() {
  const packages = readdirSync('packages').map((name) => `packages/${name}`);
  const isReader = (path) => /\/(parser-|model$|synthetic$)/.test(path);
  return [packages.filter(isReader), [...packages.filter((path) => !isReader(path)), 'tools']];
}

/** Rows of commands side by side; leaves with the first exit code that is no success, when all have ended. */
async function together(...rows) {
  const codes = await Promise.all(rows.map(inTurn));
  const failed = codes.find((code) => code !== 0);
  if (failed !== undefined) process.exit(failed);
}

/** Commands one after another, to the first that fails. */
async function inTurn(commands) {
  for (const args of commands) {
    const code = await new Promise((resolve, reject) => {
      const child = spawn('npx', args, {
        stdio: 'inherit',
        shell: process.platform === 'win32',
        env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
      });
      child.on('error', reject);
      child.on('exit', (ended) => resolve(ended ?? 1));
    });
    if (code !== 0) return code;
  }
  return 0;
}

ensureInstalled();
run('npx', ['prettier', '--check', '--log-level=warn', '.']);
run('npx', [...nx(2), '-t', 'build']);
await together(
  lintParts().map((paths) => ['eslint', '--max-warnings=0', ...paths]),
  [[...nx(1), '-t', 'typecheck', 'publish-check']],
);
run('npx', ['vitest', 'run']);
