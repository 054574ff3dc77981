import type { Rule } from '../../rule.js';
import { admissionNumberTwice } from './admission-number-twice.js';
import { formerUpnInvalid } from './former-upn-invalid.js';
import { pupilTwice } from './pupil-twice.js';
import { pupilUnidentifiable } from './pupil-unidentifiable.js';
import { upnTemporary } from './upn-temporary.js';
import { upnTooLong } from './upn-too-long.js';

export const identityRules: readonly Rule[] = [
  admissionNumberTwice,
  formerUpnInvalid,
  pupilTwice,
  pupilUnidentifiable,
  upnTemporary,
  upnTooLong,
];
