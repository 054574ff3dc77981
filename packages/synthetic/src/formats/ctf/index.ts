export { ctfFormat, ctfLeavesOut } from './ctf-format.js';
