export type { DetectedFile } from './commands/detect.js';
export type { FailureJson } from './errors.js';
export { ExitCode } from './exit-codes.js';
export type { Io, OutputStream } from './io.js';
export type { IssueFigures, LoadedFileJson, LoadFigures, LoadJson } from './load-json.js';
export type { IssueCounts, IssueSighting } from './report.js';
export { run } from './run.js';
