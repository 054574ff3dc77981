/** `npm run check`: install, format check, lint, types, build, package checks, then every test. */
import { ensureInstalled, run } from './ensure-installed.mjs';

ensureInstalled();
const nx = (...args) => run('npx', ['nx', 'run-many', '--outputStyle=static', '--parallel=2', ...args]);

run('npx', ['prettier', '--check', '--log-level=warn', '.']);
nx('-t', 'build');
nx('-t', 'lint', 'typecheck', 'publish-check');
run('npx', ['vitest', 'run']);
