export { defaultWorkbookLimits, type WorkbookLimits } from './limits.js';
export { openWorkbook, type OpenWorkbookOptions } from './open-workbook.js';
export { sniffWorkbook, type SniffedWorkbook } from './sniff-workbook.js';
export type { SheetInfo, Workbook } from './workbook.js';
export { workbookHelp, type WorkbookErrorCode } from './workbook-errors.js';
