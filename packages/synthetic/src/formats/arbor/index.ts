export { arborCsvFormat, arborJsonFormat } from './arbor-format.js';
