import type { CanonicalRecord, Contact, Pupil } from '@rollbook/model';
import type { TargetPupil } from './target-pupil.js';

/**
 * Data that is sent only when an agreement names it: the special categories of the UK GDPR as far as pupils' records have
 * them, what councils treat as such (looked after, exclusions), and `extensions`: what a supplier's file had and no field
 * of ours has, so that nobody knows what it is.
 */
export const sensitiveGroups = [
  'ethnicity',
  'religion',
  'health',
  'sen',
  'looked-after',
  'exclusions',
  'extensions',
] as const;
export type SensitiveGroup = (typeof sensitiveGroups)[number];

export interface FitOptions {
  /** Sensitive data that is sent; none when not given. */
  readonly include?: readonly SensitiveGroup[] | undefined;
  /** Pupils whose addresses, and those of their contacts, are never sent: protected address, adoption. */
  readonly withholdAddress?: ((pupil: TargetPupil) => boolean) | undefined;
}

const FIELDS = {
  ethnicity: ['ethnicity', 'ethnicitySource', 'nationalities', 'countryOfBirth'],
  religion: ['religion'],
  health: ['disabilities', 'medicalConditions', 'medicalFlag'],
} as const satisfies Partial<Record<SensitiveGroup, readonly (keyof Pupil)[]>>;

const KINDS: Partial<Record<CanonicalRecord['kind'], SensitiveGroup>> = {
  'sen-provision': 'sen',
  'sen-need': 'sen',
  'looked-after': 'looked-after',
  exclusion: 'exclusions',
};

/** A pupil with what may be sent, and how much was left out by each reason. */
export interface FittedPupil {
  readonly pupil: TargetPupil;
  /** Fields and records that were left out, by group; `address` for addresses that are withheld. */
  readonly withheld: Partial<Record<SensitiveGroup | 'address', number>>;
}

/** Leaves out what may not be sent about a pupil. What `sent` holds, the words of the source, goes with it always. */
export function fitPupil(one: TargetPupil, options: FitOptions = {}): FittedPupil {
  const include = new Set(options.include);
  const hide = options.withholdAddress?.(one) ?? false;
  const withheld: Partial<Record<SensitiveGroup | 'address', number>> = {};
  const leave = (group: SensitiveGroup | 'address'): void => {
    withheld[group] = (withheld[group] ?? 0) + 1;
  };
  const plain = <R extends CanonicalRecord>(record: R): R => {
    const kept = { ...record };
    if ('sent' in kept) delete kept.sent;
    if (kept.extensions !== undefined && (!include.has('extensions') || hide)) {
      const { LEA, Estab } = kept.extensions;
      leave('extensions');
      delete kept.extensions;
      // At which school a session was, which a mark has no field for
      if (kept.kind === 'attendance-mark' && LEA !== undefined && Estab !== undefined)
        kept.extensions = { LEA, Estab };
    }
    return kept;
  };
  const withoutAddress = <R extends Pupil | Contact>(record: R): R => {
    if (!hide || record.address === undefined) return record;
    leave('address');
    const kept = { ...record };
    delete kept.address;
    return kept;
  };

  const pupil = withoutAddress(plain(one.pupil));
  for (const [group, fields] of Object.entries(FIELDS)) {
    if (include.has(group as SensitiveGroup)) continue;
    for (const field of fields) {
      if (pupil[field] === undefined) continue;
      leave(group as SensitiveGroup);
      Reflect.deleteProperty(pupil, field);
    }
  }
  const records: CanonicalRecord[] = [];
  for (const record of one.records) {
    const group = KINDS[record.kind];
    if (group !== undefined && !include.has(group)) leave(group);
    else if (record.kind === 'contact') records.push(withoutAddress(plain(record)));
    else if (record.kind === 'pupil-premium' && record.reason !== undefined && !include.has('looked-after')) {
      // The reason tells that a child is or was in care.
      leave('looked-after');
      const kept = plain(record);
      delete kept.reason;
      records.push(kept);
    } else records.push(plain(record));
  }
  return { pupil: { ...one, pupil, records }, withheld };
}

/** Adds up what {@link fitPupil} left out. */
export function addWithheld(
  total: Partial<Record<SensitiveGroup | 'address', number>>,
  more: FittedPupil['withheld'],
): void {
  for (const [group, count] of Object.entries(more)) {
    const name = group as SensitiveGroup | 'address';
    total[name] = (total[name] ?? 0) + count;
  }
}
