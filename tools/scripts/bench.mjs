/**
 * `npm run bench`, `npm run bench:store`: builds the packages, then measures parsing, or loading into PostgreSQL; arguments go to
 * the bench.
 */
import { ensureInstalled, run } from './ensure-installed.mjs';

ensureInstalled();
run('npx', ['nx', 'run-many', '-t', 'build', '--outputStyle=static']);
const [first, ...others] = process.argv.slice(2);
const [main, args] = first === 'store' ? ['store-main', others] : ['main', process.argv.slice(2)];
run('node', ['--import', 'tsx', `tools/bench/src/${main}.ts`, ...args]);
