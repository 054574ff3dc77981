import { isUpn } from '@rollbook/model';
import { fileRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';
import { upnNumber } from '../../upn-number.js';

/** UPNs of one school so far, as numbers. */
interface KnownUpns {
  readonly current: Set<number>;
  readonly former: Set<number>;
}

/** Told of the later of the two pupils, whichever of them holds the UPN now. */
export const formerUpnCurrentElsewhere = fileRule({
  code: 'former-upn-current-elsewhere',
  title: 'Former UPN of a pupil is the UPN of another pupil of the school',
  severity: 'query',
  kinds: ['pupil'],
  fields: ['formerUpns', 'upn'],
  help: 'Ask the school which pupil the UPN belongs to, or whether it holds one pupil twice.',
  source: byDefinition('pupil'),
  begin: () => {
    const schools = new Map<string, KnownUpns>();
    const knownAt = (school: string): KnownUpns => {
      let known = schools.get(school);
      if (!known) schools.set(school, (known = { current: new Set(), former: new Set() }));
      return known;
    };
    return {
      // A UPN that is wrong is no proof that two pupils had it.
      see: ({ school, upn, formerUpns }) => {
        const { current, former } = knownAt(school ?? '');
        const value = formerUpns?.find((one) => isUpn(one) && current.has(upnNumber(one)));
        let taken = false;
        // Noted only after the look, since a pupil's own UPN among its former ones is another rule's.
        if (upn !== undefined && isUpn(upn)) {
          const number = upnNumber(upn);
          taken = former.has(number);
          current.add(number);
        }
        for (const one of formerUpns ?? []) if (isUpn(one)) former.add(upnNumber(one));
        return value === undefined ? taken && { field: 'upn' } : { value };
      },
    };
  },
});
