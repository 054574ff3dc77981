export {
  defaultDelimitedLimits,
  delimitedHelp,
  type DelimitedErrorCode,
  type DelimitedLimits,
} from './delimited-errors.js';
export type { Delimiter } from './delimiter.js';
export { delimiterOfHeader } from './delimiter-of-header.js';
export { readDelimited, type ReadDelimitedOptions } from './read-delimited.js';
export { sniffDelimited, type SniffDelimitedOptions, type SniffedTable } from './sniff.js';
export * from './write.js';
