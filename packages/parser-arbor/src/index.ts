export { arborParser } from './arbor-parser.js';
