export { cmisParser, type CmisParseOptions } from './cmis-parser.js';
export type { RollCalls } from './cmis-spans.js';
export { progressoParser } from './progresso-parser.js';
