export * from './codes/index.js';
export * from './dates.js';
export * from './identifiers/index.js';
export { jsonSchemas, type JsonSchema } from './json-schema.js';
export { jsonValueSchema, type JsonValue } from './json-value.js';
export * from './provenance.js';
export * from './records/index.js';
export * from './records/keys.js';
