/**
 * What a file of the CTF's family stands in: the Common Transfer File, or the Admissions Transfer File, whose pupils are the
 * CTF's with an application's reference. One mapper serves both.
 */
export interface TransferEnvelope {
  /** Parser's id and format in provenance. */
  readonly id: 'ctf' | 'atf';
  readonly title: string;
  /** Root element, as it is written. */
  readonly root: string;
  /** Root elements that are read, in lower case. */
  readonly roots: readonly string[];
  /** The element of the pupils. */
  readonly pupils: string;
  /** Elements of the header for the version. */
  readonly versions: readonly string[];
  /** What the header's document name must be, in lower case; unknown when absent. */
  readonly documentName?: string;
  /** Whether a pupil has `ApplicationReference` and `Admissions`. */
  readonly admissions: boolean;
}

export const ctfEnvelope: TransferEnvelope = {
  id: 'ctf',
  title: 'Common Transfer File (CTF)',
  root: 'CTfile',
  roots: ['ctfile'],
  pupils: 'CTFpupilData',
  versions: ['CTFversion', 'CTFVersion'],
  documentName: 'common transfer file',
  admissions: false,
};

/** Tags from two public implementations; the document's name is unconfirmed (docs/formats/one-admissions.md). */
export const atfEnvelope: TransferEnvelope = {
  id: 'atf',
  title: 'Admissions Transfer File (ATF)',
  root: 'ATfile',
  roots: ['atfile'],
  pupils: 'ATFpupilData',
  versions: ['ATFversion', 'ATFVersion'],
  admissions: true,
};
