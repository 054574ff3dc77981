import { proveRule } from '../../testing/prove-rule.js';
import { aPupil } from '../../testing/samples.js';
import { upnMissing } from './1500-upn-missing.js';

proveRule(upnMissing, {
  fails: { 'no UPN': aPupil({ upn: undefined }), 'a blank UPN': aPupil({ upn: ' ' }) },
  passes: { 'a UPN': aPupil(), 'a UPN that is wrong, which others find': aPupil({ upn: 'A' }) },
});
