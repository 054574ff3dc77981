export { type CtfLayout, type SyntheticCtfOptions, syntheticCtf, writeSyntheticCtf } from './ctf.js';
export { type FaultKind, faultKinds } from './faults.js';
export {
  type AttendanceOptions,
  type FaultOptions,
  MAX_PUPILS,
  type Phase,
  type SchoolOptions,
} from './options.js';
export { Random, Weighted } from './random.js';
export { createSchool, type SyntheticPupil, type SyntheticSchool } from './school.js';
export { schoolDays } from './school-calendar.js';
export * from './census/index.js';
export { encodeUtf8, type SyntheticFile, type SyntheticFormat } from './format.js';
export { syntheticFormats } from './formats/index.js';
export { writeFormat } from './write-format.js';
