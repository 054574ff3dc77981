import type { Rule } from '../../rule.js';
import { admissionNumberTwice } from './admission-number-twice.js';
import { birthDateDiffers } from './birth-date-differs.js';
import { dualMainMissing } from './dual-main-missing.js';
import { dualMainTwice } from './dual-main-twice.js';
import { formerUpnCurrentElsewhere } from './former-upn-current-elsewhere.js';
import { formerUpnInvalid } from './former-upn-invalid.js';
import { leavingDateMissingElsewhere } from './leaving-date-missing-elsewhere.js';
import { presentAtTwoSchools } from './present-at-two-schools.js';
import { pupilTwice } from './pupil-twice.js';
import { pupilTwoUpns } from './pupil-two-upns.js';
import { pupilUnidentifiable } from './pupil-unidentifiable.js';
import { sexDiffers } from './sex-differs.js';
import { singleRegistrationTwice } from './single-registration-twice.js';
import { suspendedPresentElsewhere } from './suspended-present-elsewhere.js';
import { suspensionLimitAcrossSchools } from './suspension-limit-across-schools.js';
import { ulnDiffers } from './uln-differs.js';
import { upnAmongFormer } from './upn-among-former.js';
import { upnShared } from './upn-shared.js';
import { upnTemporary } from './upn-temporary.js';
import { upnTemporaryKept } from './upn-temporary-kept.js';
import { upnTooLong } from './upn-too-long.js';
import { upnYearImplausible } from './upn-year-implausible.js';

export const identityRules: readonly Rule[] = [
  admissionNumberTwice,
  birthDateDiffers,
  dualMainMissing,
  dualMainTwice,
  formerUpnCurrentElsewhere,
  formerUpnInvalid,
  leavingDateMissingElsewhere,
  presentAtTwoSchools,
  pupilTwice,
  pupilTwoUpns,
  pupilUnidentifiable,
  sexDiffers,
  singleRegistrationTwice,
  suspendedPresentElsewhere,
  suspensionLimitAcrossSchools,
  ulnDiffers,
  upnAmongFormer,
  upnShared,
  upnTemporary,
  upnTemporaryKept,
  upnTooLong,
  upnYearImplausible,
];
