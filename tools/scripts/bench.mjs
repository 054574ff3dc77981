/** `npm run bench`: builds the packages, then measures them; arguments go to the bench. */
import { ensureInstalled, run } from './ensure-installed.mjs';

ensureInstalled();
run('npx', ['nx', 'run-many', '-t', 'build', '--outputStyle=static']);
run('node', ['--import', 'tsx', 'tools/bench/src/main.ts', ...process.argv.slice(2)]);
