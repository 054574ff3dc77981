/**
 * Names of CTF files: `LLLEEEE_CTF_LLLEEEE_NNN.xml`, sender and receiver by LA and establishment number.
 *
 * Source: DfE, CTF specification 21, section 2.4 (file names), and docs/formats/ctf.md.
 */

/** One end of a transfer, by the seven characters that stand for it in a file's name. */
export type CtfParty =
  /** `8561234`: a school; `laestab` is the seven digits. */
  | { readonly kind: 'school'; readonly la: string; readonly establishment: string; readonly laestab: string }
  /** `856LLLL`: the local authority itself. */
  | { readonly kind: 'local-authority'; readonly la: string }
  /** `XXXXXXX`: nobody knows where the pupil went. */
  | { readonly kind: 'unknown' }
  /** `MMMMMMM`: a school outside the maintained sector of England and Wales. */
  | { readonly kind: 'outside-sector' }
  /** Seven other characters, such as `LADDERS` of a data transfer that is no move of a pupil. */
  | { readonly kind: 'other'; readonly text: string };

export interface CtfFileName {
  readonly sender: CtfParty;
  readonly receiver: CtfParty;
  /** `CTF`, or another kind of transfer in the same form: `CML`, `CMJ`, `CME`. */
  readonly transfer: string;
  /** Running number between the two, 1 to 999. */
  readonly sequence: number;
}

/** Browsers and shares add `(1)` or `- Copy` to a second download of the same file. */
const NAME =
  /^([0-9A-Z]{7})_([A-Z][0-9A-Z]{1,7})_([0-9A-Z]{7})_(\d{3})(?:\s*\(\d+\)|\s*-\s*copy(?:\s*\(\d+\))?)?\.xml$/i;

function readParty(text: string): CtfParty {
  if (text === 'XXXXXXX') return { kind: 'unknown' };
  if (text === 'MMMMMMM') return { kind: 'outside-sector' };
  const la = text.slice(0, 3);
  const establishment = text.slice(3);
  if (/^\d{7}$/.test(text)) return { kind: 'school', la, establishment, laestab: text };
  if (/^\d{3}LLLL$/.test(text)) return { kind: 'local-authority', la };
  return { kind: 'other', text };
}

function writeParty(party: CtfParty): string {
  switch (party.kind) {
    case 'school':
      return party.la + party.establishment;
    case 'local-authority':
      return party.la + 'LLLL';
    case 'unknown':
      return 'XXXXXXX';
    case 'outside-sector':
      return 'MMMMMMM';
    case 'other':
      return party.text;
  }
}

/**
 * Reads a file's name (base name, or a path with `/` or `\`). Case is ignored, and the marks that a browser puts
 * on a second download are forgiven. Undefined when the name is of another form.
 */
export function parseCtfFileName(name: string): CtfFileName | undefined {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const match = NAME.exec(base);
  if (!match) return undefined;
  const [, sender = '', transfer = '', receiver = '', sequence = ''] = match;
  if (sequence === '000') return undefined;
  return {
    sender: readParty(sender.toUpperCase()),
    receiver: readParty(receiver.toUpperCase()),
    transfer: transfer.toUpperCase(),
    sequence: Number(sequence),
  };
}

/**
 * Makes a file's name; `transfer` is `CTF` when not given.
 *
 * @throws RangeError when a part can't stand in a name: a sequence outside 1 to 999, an LA number that is not three
 *   digits, an establishment number that is not four.
 */
export function formatCtfFileName(parts: {
  readonly sender: CtfParty;
  readonly receiver: CtfParty;
  readonly sequence: number;
  readonly transfer?: string;
}): string {
  const { sequence, transfer = 'CTF' } = parts;
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 999) {
    throw new RangeError('the running number of a CTF file name is 1 to 999');
  }
  const name = [
    writeParty(parts.sender),
    transfer,
    writeParty(parts.receiver),
    String(sequence).padStart(3, '0'),
  ].join('_');
  if (!NAME.test(name + '.xml')) throw new RangeError('sender or receiver can not stand in a CTF file name');
  return name + '.xml';
}
