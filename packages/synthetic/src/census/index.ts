export { type CensusRound, type CensusTerm, nextRound } from './calendar.js';
export { schoolCensusFormat, schoolCensusLeavesOut } from './school-census-format.js';
export { syntheticSchoolCensus, type SyntheticSchoolCensusOptions } from './synthetic-school-census.js';
export { type CensusSource, type SchoolCensusOptions, writeSchoolCensus } from './write-school-census.js';
