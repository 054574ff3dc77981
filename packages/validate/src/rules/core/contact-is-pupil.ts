import { foldName } from '../../person.js';
import { pupilRule } from '../../rule.js';
import { byDefinition } from '../../sources.js';

/** Lengths are asked first: folding every contact of a file would be dear. */
const same = (a: string | undefined, b: string): boolean =>
  a !== undefined && (a === b || (a.length === b.length && foldName(a) === foldName(b)));

export const contactIsPupil = pupilRule({
  code: 'contact-is-pupil',
  title: 'Contact has the name of the pupil',
  severity: 'info',
  kinds: ['contact', 'pupil'],
  fields: ['surname', 'forename'],
  help: 'Ask the school whether the pupil was entered as a contact; a parent may have the same name.',
  source: byDefinition('contact'),
  broken: (group) => {
    const { pupil } = group;
    if (!pupil?.surname || !pupil.forename) return undefined;
    const { surname, forename } = pupil;
    return group
      .of('contact')
      .filter((contact) => same(contact.forename, forename) && same(contact.surname, surname))
      .map((record) => ({ record }));
  },
});
