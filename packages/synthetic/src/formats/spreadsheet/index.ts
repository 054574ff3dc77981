export { spreadsheetCsvFormat, spreadsheetLeavesOut, spreadsheetXlsxFormat } from './spreadsheet-format.js';
