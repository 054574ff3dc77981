export * from './laestab.js';
export * from './uln.js';
export * from './upn.js';
export * from './urn.js';
