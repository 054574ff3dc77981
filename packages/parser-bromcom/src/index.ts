export { bromcomParser } from './bromcom-parser.js';
