export { simsCsvFormat, simsXlsxFormat, simsXmlFormat } from './sims-format.js';
export { simsLeavesOut } from './sims-reports.js';
