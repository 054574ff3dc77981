export { bromcomCsvFormat, bromcomJsonFormat } from './bromcom-format.js';
