export { wondeJsonFormat, wondeLeavesOut } from './wonde-format.js';
