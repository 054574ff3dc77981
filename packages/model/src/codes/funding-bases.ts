import { defineCodeSet } from './code-set.js';

/** Why a two-year-old is funded; a child may have several. Applies to funded hours alone. */
export const fundingBases = defineCodeSet({
  id: 'funding-bases',
  title: 'Basis of funding for two-year-olds',
  source: 'Early years census, FundingBasis (100576); codes confirmed, wording inferred',
  entries: [
    { code: 'ECO', label: 'Economic' },
    { code: 'HSD', label: 'High-level SEN or disability' },
    { code: 'LAA', label: 'Looked after or adopted' },
  ],
});
