export * from './packs.js';
export type { PupilGroup } from './pupil-group.js';
export * from './rule.js';
export { coreRules } from './rules/index.js';
export * from './sources.js';
export * from './summary.js';
export * from './validate.js';
export * from './validator.js';
export { todayInEngland } from './today.js';
