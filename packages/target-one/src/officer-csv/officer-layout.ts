import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import type { TargetPupil } from '../pupils/target-pupil.js';

/** Records that rows are made of: the pupil's own, or one of those about it. */
export type OfficerKind = Exclude<RecordKind, 'school' | 'unreadable'>;
export type RecordOf<K extends OfficerKind> = Extract<CanonicalRecord, { kind: K }>;

/** One column: a fixed heading and how its cell comes of a record. Undefined is an empty cell. */
export interface OfficerColumn<K extends OfficerKind = OfficerKind> {
  readonly heading: string;
  readonly cell: (record: RecordOf<K>, pupil: TargetPupil) => string | number | boolean | undefined;
}

/** A CSV for an officer to look through before an import: fixed headings, one row a record. */
export interface OfficerLayout<K extends OfficerKind = OfficerKind> {
  readonly id: string;
  readonly title: string;
  readonly kind: K;
  readonly columns: readonly OfficerColumn<K>[];
}

/** What every row begins with, so that the files can be read beside each other. */
export const IDENTITY_COLUMNS: readonly {
  readonly heading: string;
  readonly cell: (pupil: TargetPupil) => string | undefined;
}[] = [
  { heading: 'PupilGUID', cell: ({ guid }) => guid ?? undefined },
  { heading: 'LAESTAB', cell: ({ school }) => school ?? undefined },
  { heading: 'UPN', cell: ({ pupil }) => pupil.upn },
  { heading: 'LegalSurname', cell: ({ pupil }) => pupil.surname },
  { heading: 'LegalForename', cell: ({ pupil }) => pupil.forename },
  { heading: 'DateOfBirth', cell: ({ pupil }) => pupil.birthDate },
  { heading: 'Sex', cell: ({ pupil }) => pupil.sex },
];

/** All headings of a layout, those of the pupil first. */
export function headingsOf(layout: { readonly columns: readonly { readonly heading: string }[] }): string[] {
  return [...IDENTITY_COLUMNS, ...layout.columns].map(({ heading }) => heading);
}

/** A layout with its columns checked against its kind. */
export function defineOfficerLayout<K extends OfficerKind>(layout: OfficerLayout<K>): OfficerLayout<K> {
  return layout;
}
