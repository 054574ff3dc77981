import { defineCodeSet } from './code-set.js';

/** Why a child has no UPN, in children's services returns. */
export const upnUnknownReasons = defineCodeSet({
  id: 'upn-unknown-reasons',
  title: 'Reason why a UPN is unknown',
  source: 'DfE CBDS, May 2026 edition, as copied by MyPortalEdu/MyPortal, CS051',
  entries: [
    { code: 'UN1', label: 'Aged under 6 and not yet assigned a UPN' },
    { code: 'UN2', label: 'Never attended a maintained school in England' },
    { code: 'UN3', label: 'Educated outside England' },
    { code: 'UN4', label: 'Newly in need, UPN not yet known' },
    { code: 'UN5', label: 'Sources of the UPN disagree' },
    { code: 'UN6', label: 'Not looked after, authority unable to obtain the UPN' },
    { code: 'UN7', label: 'Referred, no further action' },
    { code: 'UN8', label: 'New to the local authority (SEN2)' },
    { code: 'UN9', label: 'Young person never in a school or college in England (SEN2)' },
    { code: 'UN10', label: 'Request for assessment ended before the UPN or ULN was known' },
  ],
});
