import { isoDateSchema, type RecordKind, recordKinds, recordSchemas } from '@rollbook/model';
import { z } from 'zod';

/** `group` is what has fields of its own; `any` is what the record's schema leaves open, such as extensions. */
export type FieldType = 'text' | 'date' | 'number' | 'boolean' | 'any' | 'group';

/** One step down a path; `list` when a list stands there. */
export interface FieldStep {
  readonly key: string;
  readonly list: boolean;
}

/** A field of a record, or of what a record holds, that a condition may name. */
export interface RecordField {
  /** `yearGroup`, `address.postcode`, `phones.number`. */
  readonly path: string;
  /** Of the value, or of each item when the field is a list. */
  readonly type: FieldType;
  readonly steps: readonly FieldStep[];
  /** True when the field itself is a list: `formerUpns`, `phones`. */
  readonly list: boolean;
  /** Set when any name may follow: the type of what stands under such a name. */
  readonly under?: FieldType;
}

/** Left out: what says where a record came from, and what a rule says by its `kind`. */
const LEFT_OUT = new Set(['kind', 'provenance']);

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap();
  return inner;
}

function typeOf(schema: z.core.$ZodType): FieldType {
  if (schema === isoDateSchema) return 'date';
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum) return 'text';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord ? 'group' : 'any';
}

function* fieldsIn(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  above: readonly FieldStep[],
): Generator<RecordField> {
  for (const [key, schema] of Object.entries(shape)) {
    if (LEFT_OUT.has(key)) continue;
    const whole = unwrapped(schema);
    const list = whole instanceof z.ZodArray;
    const value = list ? unwrapped(whole.element) : whole;
    const steps = [...above, { key, list }];
    yield {
      path: steps.map((step) => step.key).join('.'),
      type: typeOf(value),
      steps,
      list,
      ...(value instanceof z.ZodRecord ? { under: typeOf(unwrapped(value.valueType)) } : {}),
    };
    if (value instanceof z.ZodObject) yield* fieldsIn(value.shape, steps);
  }
}

const FIELDS: ReadonlyMap<RecordKind, ReadonlyMap<string, RecordField>> = new Map(
  recordKinds.map((kind) => [
    kind,
    new Map([...fieldsIn(recordSchemas[kind].shape, [])].map((field) => [field.path, field])),
  ]),
);

/** Paths of all fields of a kind. */
export function fieldPaths(kind: RecordKind): string[] {
  return [...(FIELDS.get(kind)?.keys() ?? [])];
}

/**
 * The field of a kind at a path, or undefined. Behind `extensions.`, `supplierIds.` and the like all that follows
 * is one name: the supplier's names have dots in them.
 */
export function fieldAt(kind: RecordKind, path: string): RecordField | undefined {
  const fields = FIELDS.get(kind);
  const known = fields?.get(path);
  if (known !== undefined) return known;
  const dot = path.indexOf('.');
  if (dot === -1 || dot === path.length - 1) return undefined;
  const group = fields?.get(path.slice(0, dot));
  if (group?.under === undefined) return undefined;
  const steps = [...group.steps, { key: path.slice(dot + 1), list: false }];
  return { path, type: group.under, steps, list: false };
}

/** Paths of every kind, and the groups behind which any name may follow. */
export function allFieldPaths(): { readonly paths: string[]; readonly open: string[] } {
  const all = [...FIELDS.values()].flatMap((fields) => [...fields.values()]);
  return {
    paths: [...new Set(all.map(({ path }) => path))].sort(),
    open: [...new Set(all.filter(({ under }) => under !== undefined).map(({ path }) => path))].sort(),
  };
}
