/** Installs the exact dependencies of the lock file, unless node_modules already holds them. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

const STAMP = 'node_modules/.rollbook-lock';

/** Runs a command to its end and leaves with its exit code if it fails; `quiet` shows output only then. */
export function run(command, args, options = {}) {
  const { status, error, stdout } = spawnSync(command, args, {
    stdio: options.quiet ? ['ignore', 'pipe', 'inherit'] : 'inherit',
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', ...options.env },
  });
  if (error) throw error;
  if (status === 0) return;
  if (stdout) console.error(stdout);
  process.exit(status ?? 1);
}

export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Rollbook needs Node 20.19 or later; this is ${process.version}.`);
    process.exit(2);
  }
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  let installed = '';
  try {
    installed = readFileSync(STAMP, 'utf8');
  } catch {
    // First run in this clone.
  }
  if (installed === lock) return;
  console.log('Installing dependencies (npm ci)…');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(STAMP, lock);
}
