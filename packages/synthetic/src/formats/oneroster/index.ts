export { oneRosterCsvFormat, oneRosterLeavesOut } from './oneroster-format.js';
