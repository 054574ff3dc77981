import type { Rule } from '../../rule.js';
import { birthDateFuture } from './birth-date-future.js';
import { birthDateImplausible } from './birth-date-implausible.js';
import { contactIsPupil } from './contact-is-pupil.js';
import { contactNameMissing } from './contact-name-missing.js';
import { contactPriorityMissing } from './contact-priority-missing.js';
import { contactPriorityShared } from './contact-priority-shared.js';
import { contactRelationshipUnknown } from './contact-relationship-unknown.js';
import { enrolmentCurrentTwice } from './enrolment-current-twice.js';
import { entryBeforeBirth } from './entry-before-birth.js';
import { fileWithoutPupils } from './file-without-pupils.js';
import { fsmSpellsOverlap } from './fsm-spells-overlap.js';
import { leavingReasonMissing } from './leaving-reason-missing.js';
import { leavingReasonUnknown } from './leaving-reason-unknown.js';
import { lookedAfterAuthorityMissing } from './looked-after-authority-missing.js';
import { lookedAfterAuthorityUnknown } from './looked-after-authority-unknown.js';
import { nameDigits } from './name-digits.js';
import { namePlaceholder } from './name-placeholder.js';
import { nameWhiteSpace } from './name-white-space.js';
import { senNeedUnknown } from './sen-need-unknown.js';
import { senNeedWithoutProvision } from './sen-need-without-provision.js';
import { senSpellsOverlap } from './sen-spells-overlap.js';
import { spellDates } from './spell-dates.js';
import { yearGroupAge } from './year-group-age.js';

export const generalRules: readonly Rule[] = [
  birthDateFuture,
  birthDateImplausible,
  contactIsPupil,
  contactNameMissing,
  contactPriorityMissing,
  contactPriorityShared,
  contactRelationshipUnknown,
  enrolmentCurrentTwice,
  entryBeforeBirth,
  fileWithoutPupils,
  fsmSpellsOverlap,
  leavingReasonMissing,
  leavingReasonUnknown,
  lookedAfterAuthorityMissing,
  lookedAfterAuthorityUnknown,
  nameDigits,
  namePlaceholder,
  nameWhiteSpace,
  senNeedUnknown,
  senNeedWithoutProvision,
  senSpellsOverlap,
  spellDates,
  yearGroupAge,
];
