/** What a pupil is known by. Names are the legal ones. */
export interface MatchIdentity {
  readonly surname?: string | undefined;
  readonly forename?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birthDate?: string | undefined;
  readonly sex?: string | undefined;
  readonly upn?: string | undefined;
  readonly formerUpns?: readonly string[] | undefined;
  readonly supplierIds?: Readonly<Record<string, string>> | undefined;
}

/** One pupil of a person; a person may have several. */
export interface KnownIdentity extends Pick<MatchIdentity, Identifier> {
  readonly personId: string;
  /** Whether the person is at a school now. */
  readonly active: boolean;
  /** As {@link identifiersOf} makes them. */
  readonly identifiers: ReadonlySet<string>;
}

export type Identifier = 'birthDate' | 'surname' | 'sex' | 'forename';
export type MatchHow = 'external-id' | 'upn' | 'former-upn' | 'identity';

/**
 * Why a pupil is matched with nobody: `nobody` fits; a UPN is known and `too-few-identifiers` agree; whoever fits is
 * `inactive`; `several` fit; or the pupil has `no-identifiers` to go by.
 */
export type UnmatchedReason = 'nobody' | 'too-few-identifiers' | 'inactive' | 'several' | 'no-identifiers';

export interface Candidate {
  readonly personId: string;
  /** 0 to 1: names by Jaro-Winkler, birth date, sex, UPN. */
  readonly score: number;
  readonly agreeing: readonly Identifier[];
}

export type MatchVerdict =
  | { readonly personId: string; readonly how: MatchHow; readonly agreeing: readonly Identifier[] }
  | { readonly reason: UnmatchedReason; readonly candidates: readonly Candidate[] };
