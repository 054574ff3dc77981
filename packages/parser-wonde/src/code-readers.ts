import {
  contactRelationships,
  enrolmentStatuses,
  ethnicities,
  exclusionCategories,
  exclusionReasons,
  languages,
  religions,
  senNeeds,
  senProvisions,
  serviceChildIndicators,
  sexes,
} from '@rollbook/model';
import { createCodeReader } from '@rollbook/parser-kit';

/** Codes of the DfE for codes and words: Wonde passes on what each MIS has. */
export const codeReaders = {
  sex: createCodeReader(sexes),
  ethnicity: createCodeReader(ethnicities),
  language: createCodeReader(languages),
  religion: createCodeReader(religions),
  enrolmentStatus: createCodeReader(enrolmentStatuses),
  provision: createCodeReader(senProvisions),
  need: createCodeReader(senNeeds),
  service: createCodeReader(serviceChildIndicators),
  relationship: createCodeReader(contactRelationships),
  category: createCodeReader(exclusionCategories),
  reason: createCodeReader(exclusionReasons),
} as const;
