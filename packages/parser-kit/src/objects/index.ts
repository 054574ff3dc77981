export * from './flatten-object.js';
export * from './object-table.js';
export * from './prefer-headings.js';
export * from './read-json-lists.js';
