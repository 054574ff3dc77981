/** `npm run check`: install, format check, build, lint, types, package checks, then every test. */
import { spawn } from 'node:child_process';
import { ensureInstalled, run } from './ensure-installed.mjs';

const nx = (parallel) => ['nx', 'run-many', '--outputStyle=static', `--parallel=${parallel}`];

/** Commands side by side; leaves with the first exit code that is no success, when all have ended. */
async function together(...commands) {
  const codes = await Promise.all(
    commands.map(
      (args) =>
        new Promise((resolve, reject) => {
          const child = spawn('npx', args, {
            stdio: 'inherit',
            shell: process.platform === 'win32',
            env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
          });
          child.on('error', reject);
          child.on('exit', (code) => resolve(code ?? 1));
        }),
    ),
  );
  const failed = codes.find((code) => code !== 0);
  if (failed !== undefined) process.exit(failed);
}

ensureInstalled();
run('npx', ['prettier', '--check', '--log-level=warn', '.']);
run('npx', [...nx(2), '-t', 'build']);
// One process lints all packages in a third of the time that one for each takes: they share the types
await together(
  ['eslint', '--max-warnings=0', 'packages', 'tools'],
  [...nx(1), '-t', 'typecheck', 'publish-check'],
);
run('npx', ['vitest', 'run']);
