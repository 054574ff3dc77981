export * from './african-and-arab.js';
export * from './asian.js';
export * from './british.js';
export * from './european.js';
export type { NameSet } from './name-set.js';
