export { type SyntheticCtfOptions, syntheticCtf, writeSyntheticCtf } from './ctf.js';
export { type FaultKind, faultKinds } from './faults.js';
export { type FaultOptions, MAX_PUPILS, type Phase, type SchoolOptions } from './options.js';
export { Random, Weighted } from './random.js';
export { createSchool, type SyntheticPupil, type SyntheticSchool } from './school.js';
