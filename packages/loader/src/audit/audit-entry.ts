import { hash } from 'node:crypto';
import type { JsonValue } from '@rollbook/model';
import { canonicalJson } from '../canonical-json.js';

/** Whom an entry is about: a pupil of a school by its key, a person, or with `school` alone a school. */
export interface AuditSubject {
  /** LAESTAB; none, or null, for pupils under no known school. */
  readonly school?: string | null;
  readonly key?: string;
  readonly personId?: string;
}

/** Something that was done. Never a value of a pupil: names of fields, codes, counts and ids only. */
export interface AuditEntry {
  /** What was done, in small letters with hyphens: `load-merged`. */
  readonly action: string;
  /** Who did it, a person's name or account; null for the loader itself. */
  readonly actor: string | null;
  readonly subject?: AuditSubject;
  readonly subjects?: readonly AuditSubject[];
  readonly loadId?: number;
  readonly details?: JsonValue;
}

/** An entry as the trail has it. */
export interface AuditRecord {
  /** 1, 2, 3, ... without a gap. */
  readonly sequence: number;
  /** When its transaction ended, ISO 8601 in UTC, by the database's clock. */
  readonly at: string;
  readonly action: string;
  readonly actor: string | null;
  /** The school that it is about, if it is about one. */
  readonly school: string | null;
  /** Pseudonyms of pupils and persons, which mean something only while the store keeps their secrets. */
  readonly subjects: readonly string[];
  readonly loadId: number | null;
  readonly details: JsonValue;
  /** SHA-256 of this entry and the hash before it, as hex. */
  readonly hash: string;
}

/** What comes before the first entry. */
export const FIRST = '0'.repeat(64);

type Body = Pick<AuditRecord, 'action' | 'actor' | 'school' | 'subjects' | 'loadId' | 'details'>;

/** SHA-256 of all that whoever writes an entry says, as hex. */
export function bodyHash({ action, actor, school, subjects, loadId, details }: Body): string {
  return hash('sha256', canonicalJson({ action, actor, school, subjects, loadId, details }));
}

/**
 * The hash of an entry in its place, as hex: of the hash before it, its number in eight bytes, its time as text and
 * the hash of its body. The database does the same in `rollbook.audit_chain`.
 */
export function chainedHash(entry: Omit<AuditRecord, 'hash'>, previous: string): string {
  const number = Buffer.alloc(8);
  number.writeBigInt64BE(BigInt(entry.sequence));
  return hash(
    'sha256',
    Buffer.concat([
      Buffer.from(previous, 'hex'),
      number,
      Buffer.from(entry.at, 'utf8'),
      Buffer.from(bodyHash(entry), 'hex'),
    ]),
  );
}
