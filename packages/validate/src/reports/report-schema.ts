import { placeSchema, recordKinds } from '@rollbook/model';
import { severitySchema } from '@rollbook/parser-kit';
import { z } from 'zod';

const count = z.int().min(0);
const text = z.string();
const severities = z.strictObject({ error: count, query: count, info: count });
const status = z.enum(['new', 'still']);
const compared = { new: count, still: count, fixed: count };

const runSchema = z.strictObject({
  tool: z.strictObject({ name: text, version: text }),
  startedAt: text.describe('ISO 8601, UTC'),
  asOf: text.describe('The day against which dates were judged'),
  identify: z.boolean().describe('True when values, keys and names of pupils are shown'),
  failOn: z.enum(['error', 'query']),
  rules: z.array(
    z.strictObject({
      ...{ code: text, title: text, severity: severitySchema, help: text, packs: z.array(text) },
      source: text.optional(),
    }),
  ),
});

const shownIssueSchema = z.strictObject({
  file: text.nullable().describe('As given on the command line; null for the store'),
  ...{ severity: severitySchema, code: text, message: text },
  ...{ school: text.nullable(), yearGroup: text.nullable(), date: text.nullable(), kind: text.nullable() },
  ...{ field: text.nullable(), status: status.nullable(), place: placeSchema, help: text },
  value: text.nullable().optional(),
  key: text.nullable().optional(),
  pupilKey: text.nullable().optional(),
  pupil: text.nullable().optional(),
});

const comparisonSchema = z.strictObject({
  previous: z.strictObject({ name: text.nullable(), sha256: text.nullable(), checkedAt: text }),
  ...compared,
  byCode: z.array(z.strictObject({ code: text, ...compared })),
  notCompared: z.array(text),
});

const fileFiguresSchema = z.strictObject({
  ...{ path: text.nullable(), name: text.nullable(), sha256: text.nullable(), size: count.nullable() },
  ...{ format: text.nullable(), version: text.nullable(), seconds: z.number().min(0) },
  ...{ schools: z.array(text), records: count, pupils: count },
  byKind: z.partialRecord(z.enum(recordKinds), count),
  ...{ issues: severities, listed: count },
  byCode: z.array(
    z.strictObject({
      ...{ code: text, severity: severitySchema, message: text, help: text, count, pupils: count },
    }),
  ),
  byYearGroup: z.array(z.strictObject({ yearGroup: text.nullable(), pupils: count, issues: severities })),
  byMonth: z.array(z.strictObject({ month: text.regex(/^\d{4}-\d{2}$/), issues: severities })),
  attendance: z.array(
    z.strictObject({
      ...{ week: text, weekday: z.int().min(1).max(7), session: z.enum(['AM', 'PM']), attended: count },
      ...{ authorised: count, unauthorised: count, notPossible: count, unknown: count },
    }),
  ),
  comparison: comparisonSchema.nullable(),
  error: z.strictObject({ code: text, message: text, place: placeSchema, help: text }).nullable(),
});

/** A JSON report: what `createReport('json')` writes. */
export const reportSchema = z.strictObject({
  reportVersion: z.literal(1),
  run: runSchema,
  files: z.array(
    z.strictObject({
      ...{ path: text.nullable(), name: text.nullable(), issues: z.array(shownIssueSchema) },
      figures: fileFiguresSchema.nullable().describe('Null when the run ended in the middle of the file'),
    }),
  ),
  end: z.strictObject({
    ...{ files: count, unreadable: count, records: count, issues: severities },
    ...{ seconds: z.number().min(0), passed: z.boolean() },
  }),
});
export type Report = z.infer<typeof reportSchema>;
