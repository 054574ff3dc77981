import { jsonValueSchema, recordKinds } from '@rollbook/model';
import { z } from 'zod';

const place = z.object({ school: z.string().nullable(), key: z.string() });
const anything = z.record(z.string(), jsonValueSchema);

/** What the store has about one child, all of it, for a subject access request. */
export const subjectAccessSchema = z.object({
  document: z.literal('rollbook-subject-access'),
  version: z.literal(1),
  /** ISO 8601, UTC. */
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  reason: z.string().nullable(),
  pupils: z.array(place),
  persons: z.array(z.string()),
  /** Pupils that share a UPN with the child and not its date of birth; nothing of theirs is here. */
  alike: z.array(place),
  /** What an officer left out, by kind. */
  withheld: z.array(z.object({ kind: z.enum(recordKinds), count: z.number().int() })),
  /** What its schools say now. */
  records: z.array(
    z.object({
      /** About someone else than the child, too: a contact. An officer looks at it before it leaves the council. */
      thirdParty: z.boolean(),
      loadId: z.number().int(),
      record: anything,
    }),
  ),
  /** What they said before, with when it was so. */
  versions: z.array(anything),
  /** What the council holds, value by value. */
  held: z.array(anything),
  conflicts: z.array(anything),
  /** Records that could not be loaded. */
  quarantine: z.array(anything),
  /** How its pupils were linked with a person, by rule or by whom; candidates are other children and left out. */
  matching: z.array(anything),
  /** What was found wrong with its records. */
  issues: z.array(anything),
  /** The files that any of it came from. */
  files: z.array(
    z.object({
      loadId: z.number().int(),
      name: z.string().nullable(),
      sha256: z.string().nullable(),
      school: z.string().nullable(),
      receivedAt: z.string(),
      asOf: z.string(),
    }),
  ),
  /** What the audit trail says about it. */
  audit: z.array(anything),
});
export type SubjectAccessDocument = z.infer<typeof subjectAccessSchema>;
