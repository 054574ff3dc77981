import { createHash, randomBytes } from 'node:crypto';
import { laestabSchema } from '@rollbook/model';
import { z } from 'zod';

/**
 * What a key may do: `load` sends files, `read` sees the ledger, loads, quarantine and records, `decide` settles unmatched
 * pupils and conflicts.
 */
export const scopeSchema = z.enum(['load', 'read', 'decide']);
export type Scope = z.infer<typeof scopeSchema>;

/** A key as the service keeps it: never the key itself, only its digest. */
export const apiKeySchema = z.object({
  /** Stands in logs, in the audit trail and in the key itself. */
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'An id has small letters, digits and hyphens, at most 40 of them.'),
  /** SHA-256 of the whole key, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  scopes: z.array(scopeSchema).min(1),
  /** LAESTABs that the key is for; `*` for all. */
  schools: z.union([z.literal('*'), z.array(laestabSchema).min(1)]),
  /** ISO 8601 instant from which on the key is refused. */
  expiresAt: z.iso.datetime({ offset: true }).optional(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** The file of keys: `{ "keys": [...] }`. */
export const apiKeysSchema = z.object({ keys: z.array(apiKeySchema) }).superRefine(({ keys }, context) => {
  const seen = new Set<string>();
  keys.forEach(({ id }, index) => {
    if (seen.has(id)) {
      context.addIssue({
        code: 'custom',
        message: `Two keys have the id ${id}.`,
        path: ['keys', index, 'id'],
      });
    }
    seen.add(id);
  });
});

/** What is wrong with a file of keys. It names places and ids and never a digest. */
export class ApiKeysError extends Error {
  override readonly name = 'ApiKeysError';
  readonly code = 'api-keys-invalid';
}

/** Reads the text of a file of keys. @throws ApiKeysError */
export function parseApiKeys(text: string): ApiKey[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ApiKeysError('The file of keys is no JSON.');
  }
  const result = apiKeysSchema.safeParse(json);
  if (result.success) return result.data.keys;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
  throw new ApiKeysError(`The file of keys has faults:\n${faults.join('\n')}`);
}

/** 256 random bits: enough that a plain digest, unlike a password's, can't be guessed back. */
const SECRET_BYTES = 32;

/** Makes a key. `key` is shown once, to whoever will use it; `record` is what the service keeps. */
export function createApiKey(settings: Omit<ApiKey, 'sha256'>): { key: string; record: ApiKey } {
  const key = `rollbook_${settings.id}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { key, record: apiKeySchema.parse({ ...settings, sha256: digestOf(key) }) };
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Finds keys by what a request brings. Looking up a digest tells an attacker's clock nothing about a key. */
export class KeyRing {
  readonly #byDigest: ReadonlyMap<string, ApiKey>;

  constructor(keys: readonly ApiKey[]) {
    this.#byDigest = new Map(keys.map((key) => [key.sha256, key]));
  }

  /** The key of an `Authorization: Bearer KEY` header; undefined when it is missing, unknown or expired. */
  find(authorization: string | undefined, now: Date = new Date()): ApiKey | undefined {
    const [, key] = /^Bearer ([\w-]{20,200})$/i.exec(authorization ?? '') ?? [];
    if (key === undefined) return undefined;
    const found = this.#byDigest.get(digestOf(key));
    if (found?.expiresAt !== undefined && new Date(found.expiresAt) <= now) return undefined;
    return found;
  }
}
