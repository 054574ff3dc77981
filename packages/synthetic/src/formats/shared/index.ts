export { dateCell, fileBytes, ukDate, yesNo } from './cells.js';
export { csvFile, type CsvFileOptions } from './csv-file.js';
export { type XlsxCell, xlsxFile, type XlsxOptions, type XlsxSheet } from './xlsx-file.js';
