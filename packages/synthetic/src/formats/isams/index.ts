export {
  isamsCsvFormat,
  isamsJsonFormat,
  isamsLeavesOut,
  isamsXlsxFormat,
  isamsXmlFormat,
} from './isams-format.js';
