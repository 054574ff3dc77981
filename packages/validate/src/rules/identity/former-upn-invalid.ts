import { isUpn } from '@rollbook/model';
import { recordRule } from '../../rule.js';
import { ownRule } from '../../sources.js';

/** The census holds 1510 to 1550 against former UPNs too; here one query, since the pupil is none the worse. */
export const formerUpnInvalid = recordRule({
  code: 'former-upn-invalid',
  title: 'Former UPN is not well formed',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['formerUpns'],
  help: 'Compare the former UPN with the file from the pupil’s last school; a wrong one matches no earlier record.',
  source: ownRule('DfE, School census 2018 to 2019, validation rules', 'rules 1510 to 1550, former UPN'),
  broken: ({ formerUpns }) => {
    const value = formerUpns?.find((upn) => !isUpn(upn));
    return value !== undefined && { value };
  },
});
