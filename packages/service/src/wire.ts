import { canonicalRecordSchema, laestabSchema, placeSchema, recordKinds } from '@rollbook/model';
import { issueSchema } from '@rollbook/parser-kit';
import { z } from 'zod';

/** What goes over the wire. The OpenAPI document and the client's types are made of these schemas. */

const count = z.int().min(0);

export const balanceSchema = z.object({
  received: count,
  loaded: count,
  unchanged: count,
  quarantined: count,
});

export const issueCountsSchema = z.object({ error: count, query: count, info: count });

export const fileFactsSchema = z.object({
  name: z.string().nullable(),
  sha256: z.string().nullable(),
  size: count.nullable(),
  supplier: z.string().nullable(),
  format: z.string().nullable(),
  version: z.string().nullable(),
});

export const byKindSchema = z.partialRecord(z.enum(recordKinds), balanceSchema);

export const loadResultSchema = balanceSchema.extend({
  loadId: z.int(),
  repeatOf: z.int().nullable(),
  skipped: z.boolean(),
  /** As of when the file is: ISO 8601. */
  asOf: z.string(),
  scope: z.enum(['full', 'partial']),
  /** Records that the store knows newer of; outside the balance. */
  outdated: count,
  /** Records of the store that a full file left out; outside the balance. */
  closed: count,
  issues: issueCountsSchema,
  byKind: byKindSchema,
  file: fileFactsSchema,
  sha256: z.string().nullable(),
  school: z.string().nullable(),
  seconds: z.number(),
});

export const failureSchema = z.object({
  code: z.string(),
  message: z.string(),
  help: z.string(),
  place: placeSchema,
});
export type Failure = z.infer<typeof failureSchema>;

export const jobSchema = z.object({
  jobId: z.uuid(),
  /** `queued` until a place is free, then `running`; `done` has a result, `failed` a failure, and nothing of the file was loaded. */
  state: z.enum(['queued', 'running', 'done', 'failed']),
  school: laestabSchema.nullable(),
  format: z.string().nullable(),
  fileName: z.string().nullable(),
  /** Bytes. */
  size: count,
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  progress: z.object({ received: count, issues: count, bytesRead: count.nullable() }).nullable(),
  result: loadResultSchema.nullable(),
  failure: failureSchema.nullable(),
});
export type Job = z.infer<typeof jobSchema>;

export const ledgerEntrySchema = balanceSchema.extend({
  loadId: z.int(),
  state: z.enum(['received', 'staged', 'matched', 'merged', 'failed']),
  asOf: z.string(),
  scope: z.enum(['full', 'partial']),
  outdated: count,
  closed: count,
  file: fileFactsSchema,
  school: z.string().nullable(),
  repeatOf: z.int().nullable(),
  skipped: z.boolean(),
  issues: issueCountsSchema,
  byKind: byKindSchema,
  failure: z.object({ code: z.string(), place: placeSchema }).nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
});

export const storedRecordSchema = z.object({
  school: z.string().nullable(),
  record: canonicalRecordSchema,
  firstLoadId: z.int(),
  lastLoadId: z.int(),
});

export const quarantinedRecordSchema = z.object({
  quarantineId: z.int(),
  school: z.string().nullable(),
  kind: z.enum(recordKinds),
  reasons: z.array(z.string()),
  state: z.enum(['open', 'resolved', 'superseded']),
  record: canonicalRecordSchema,
  issues: z.array(issueSchema),
  firstLoadId: z.int(),
  lastLoadId: z.int(),
  closedLoadId: z.int().nullable(),
});

/** How a file is to be read and loaded. */
export const loadSettingsSchema = z.object({
  /** LAESTAB for records that name no school. A key of one school needs none. */
  school: laestabSchema.optional(),
  /** Id of a format, such as `ctf`; found by the file's content when not given. */
  format: z.string().max(40).optional(),
  /** The day by which rules judge; today in England when not given. */
  asOf: z.iso.date().optional(),
});
export type LoadSettings = z.infer<typeof loadSettingsSchema>;

/** The schemas that the OpenAPI document has under a name of their own. */
export const namedSchemas = z.registry<{ id: string }>();
namedSchemas.add(canonicalRecordSchema, { id: 'CanonicalRecord' });
namedSchemas.add(issueSchema, { id: 'Issue' });
namedSchemas.add(loadResultSchema, { id: 'LoadResult' });
namedSchemas.add(jobSchema, { id: 'Job' });
namedSchemas.add(ledgerEntrySchema, { id: 'LedgerEntry' });
namedSchemas.add(storedRecordSchema, { id: 'StoredRecord' });
namedSchemas.add(quarantinedRecordSchema, { id: 'QuarantinedRecord' });
