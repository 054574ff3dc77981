export { cmisCsvFormat } from './cmis-format.js';
export { cmisLeavesOut } from './cmis-sheets.js';
export { progressoCsvFormat, progressoXlsxFormat } from './progresso-format.js';
export { progressoLeavesOut } from './progresso-sheets.js';
