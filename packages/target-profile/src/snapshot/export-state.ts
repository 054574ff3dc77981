import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { isoDateSchema } from '@rollbook/model';
import { decodeText, refuseForeign, UnreadableInputError, type Source } from '@rollbook/parser-kit';
import { z } from 'zod';
import type { NccisYoungPerson } from '../nccis/young-person.js';
import { stableJson } from './stable-json.js';

/**
 * What was in an export, without saying who: a keyed digest of each person's id, and one of what was said of it. The key is
 * the caller's secret, or else a random salt that stands in the state itself. Ids are thirteen digits and few enough to try
 * them all, so that whoever has the salt can find out whether an id is in it; with a secret kept elsewhere nobody can.
 */
export interface ExportState {
  readonly key: KeyObject;
  /** Lower-case hex; absent when the key is the caller's secret. */
  readonly salt?: string;
  /** Day of the snapshot that the state is of, `YYYY-MM-DD`. */
  readonly exportedOn?: string;
  /** Digest of what was said, by the digest of the id. Both are 64 digits of lower-case hex. */
  readonly people: ReadonlyMap<string, string>;
}

export interface ExportKeyOptions {
  /** At least sixteen bytes, the same each time. A random salt is kept in the state when not given. */
  readonly secret?: string | Uint8Array | undefined;
}

const FORMAT = 'rollbook-profile-export-state';
const MOST_CHARACTERS = 4096;
/** Bytes of a salt. */
const SALT = 32;

const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  salt: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Tells a wrong secret from a damaged file. */
  check: z.string(),
  exportedOn: isoDateSchema.optional(),
});

const HELP = {
  'profile-state-format':
    'Give the state that the last export wrote, or make a full export from an empty one.',
  'profile-state-damaged': 'Restore the state from a copy, or make a full export from an empty one.',
  'profile-state-key': 'Give the secret that the state was written with.',
} as const;

function unreadable(code: keyof typeof HELP, message: string, line?: number): UnreadableInputError {
  return new UnreadableInputError(code, message, {
    help: HELP[code],
    ...(line !== undefined && { place: { line } }),
  });
}

function secretKey(secret: string | Uint8Array): KeyObject {
  const bytes = Buffer.from(secret);
  if (bytes.length < 16) throw new RangeError('The secret of an export state has at least sixteen bytes.');
  return createSecretKey(bytes);
}

function mac(key: KeyObject, ...parts: string[]): string {
  return createHmac('sha256', key).update(parts.join('\n')).digest('hex');
}

/**
 * The state before any export: everyone is new to it.
 *
 * @throws RangeError when the secret is shorter than sixteen bytes.
 */
export function emptyExportState({ secret }: ExportKeyOptions = {}): ExportState {
  if (secret !== undefined) return { key: secretKey(secret), people: new Map() };
  const salt = randomBytes(SALT);
  return { key: createSecretKey(salt), salt: salt.toString('hex'), people: new Map() };
}

/** Digest of a young person id under a state's key; `nth` tells records of one id in one export apart, from 1. */
export function idDigest({ key }: Pick<ExportState, 'key'>, id: string, nth = 1): string {
  return mac(key, 'id', id, String(nth));
}

/** Digest of all that the return says of a person. */
export function contentDigest({ key }: Pick<ExportState, 'key'>, person: NccisYoungPerson): string {
  return mac(key, 'person', stableJson(person));
}

/**
 * A state as text, in pieces: a line of JSON, a line for each person with its two digests in order, and a last line with
 * their number and a digest of all before it. It holds no personal data.
 */
export async function* writeExportState(state: ExportState): AsyncGenerator<string, void, undefined> {
  const { key, salt, exportedOn, people } = state;
  const total = createHmac('sha256', key);
  const header = { format: FORMAT, version: 1, salt, check: mac(key, 'check'), exportedOn };
  let piece = `${JSON.stringify(header)}\n`;
  for (const id of [...people.keys()].sort()) {
    piece += `${id} ${people.get(id) ?? ''}\n`;
    if (piece.length < 65_536) continue;
    total.update(piece);
    yield piece;
    piece = '';
    // Digests and sorting block; others get their turn between two pieces.
    await setImmediate();
  }
  total.update(piece);
  yield `${piece}end ${people.size} ${total.digest('hex')}\n`;
}

/**
 * Reads what {@link writeExportState} wrote.
 *
 * @throws UnreadableInputError `profile-state-format` for another file, `profile-state-damaged`, with the line, for one that
 *   was cut short or changed, `profile-state-key` for another secret or none where one is needed, and what `decodeText`
 *   throws.
 */
export async function readExportState(
  source: Source,
  { secret }: ExportKeyOptions = {},
): Promise<ExportState> {
  const given = secret === undefined ? undefined : secretKey(secret);
  refuseForeign(await source.head());
  let state: (ExportState & { readonly people: Map<string, string> }) | undefined;
  let total: ReturnType<typeof createHmac> | undefined;
  let line = 0;
  let ended = false;
  for await (const text of lines(decodeText(source, { encoding: 'utf-8' }))) {
    line += 1;
    if (ended) throw unreadable('profile-state-damaged', 'There is more after the end of the state.', line);
    if (state === undefined || total === undefined) {
      state = readHeader(text, given);
      total = createHmac('sha256', state.key);
    } else if (text.startsWith('end ')) {
      if (text !== `end ${state.people.size} ${total.digest('hex')}`)
        throw unreadable('profile-state-damaged', 'The state is not as it was written.', line);
      ended = true;
      continue;
    } else {
      const match = /^([0-9a-f]{64}) ([0-9a-f]{64})$/.exec(text);
      if (!match?.[1] || !match[2])
        throw unreadable('profile-state-damaged', 'A line of the state is damaged.', line);
      state.people.set(match[1], match[2]);
    }
    total.update(`${text}\n`);
  }
  if (state === undefined || !ended)
    throw unreadable('profile-state-damaged', 'The state is cut short.', line);
  return state;
}

function readHeader(
  text: string,
  given: KeyObject | undefined,
): ExportState & { readonly people: Map<string, string> } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unreadable('profile-state-format', 'The file is no state of an export.', 1);
  }
  const header = headerSchema.safeParse(json);
  if (!header.success) throw unreadable('profile-state-format', 'The file is no state of an export.', 1);
  const { salt, check, exportedOn } = header.data;
  if (salt !== undefined && given !== undefined)
    throw unreadable('profile-state-key', 'The state was written without a secret.');
  const key = salt === undefined ? given : createSecretKey(Buffer.from(salt, 'hex'));
  if (key === undefined)
    throw unreadable('profile-state-key', 'The state needs the secret it was written with.');
  if (mac(key, 'check') !== check)
    throw unreadable('profile-state-key', 'The state was written with another secret.');
  return {
    key,
    ...(salt !== undefined && { salt }),
    ...(exportedOn !== undefined && { exportedOn }),
    people: new Map(),
  };
}

/** Lines by LF alone, since that is what is written. A last line without its LF is cut short. */
async function* lines(pieces: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const piece of pieces) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
    if (rest.length > MOST_CHARACTERS)
      throw unreadable('profile-state-format', 'The file is no state of an export.');
  }
  if (rest !== '') throw unreadable('profile-state-damaged', 'The state is cut short.');
}
