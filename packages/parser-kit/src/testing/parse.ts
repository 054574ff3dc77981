import { issueSchema, type Issue } from '../issue.js';
import { isRecord, type Batch, type Item } from '../item.js';
import type { ParseOptions, Parser } from '../parser.js';
import { openSource } from '../source-open.js';
import type { Source } from '../source.js';
import { recordSchemas, type CanonicalRecord } from '@rollbook/model';
import { expect } from 'vitest';
import { isUnreadableInputError, type UnreadableInputError } from '../errors.js';

export interface Parsed {
  readonly batches: Batch[];
  readonly items: Item[];
  readonly records: CanonicalRecord[];
  readonly issues: Issue[];
}

export async function parseAll<O extends ParseOptions>(
  parser: Parser<O>,
  input: Source | Uint8Array,
  options: O,
  name?: string,
): Promise<Parsed> {
  const source =
    input instanceof Uint8Array ? await openSource(input, name === undefined ? {} : { name }) : input;
  const batches: Batch[] = [];
  for await (const batch of parser.parse(source, options)) batches.push(batch);
  const items = batches.flat();
  return {
    batches,
    items,
    records: items.filter(isRecord),
    issues: items.filter((item): item is Issue => !isRecord(item)),
  };
}

/** The error that parsing ends with, undefined when it succeeds; anything but UnreadableInputError is thrown on. */
export async function unreadable<O extends ParseOptions>(
  parser: Parser<O>,
  bytes: Uint8Array,
  options: O,
): Promise<UnreadableInputError | undefined> {
  try {
    await parseAll(parser, bytes, options, 'hostile.xml');
    return undefined;
  } catch (error) {
    if (isUnreadableInputError(error)) return error;
    throw error;
  }
}

/** Throws when an item isn't just as its schema has it, fields that the schema doesn't know included. */
export function expectValid(item: Item): void {
  const schema = isRecord(item) ? recordSchemas[item.kind] : issueSchema;
  const result = schema.safeParse(item);
  if (!result.success) {
    const what = isRecord(item) ? `record of kind ${item.kind}` : `issue ${item.code}`;
    throw new Error(`A ${what} doesn't pass its schema: ${result.error.message}`);
  }
  expect(result.data, 'fields beyond the schema').toEqual(item);
}

/** The pupil that an item is about; undefined for items of the school or file. */
export function pupilOf(item: Item): string | undefined {
  if (isRecord(item)) {
    if (item.kind === 'pupil') return item.key;
    return 'pupilKey' in item ? item.pupilKey : undefined;
  }
  const { record } = item;
  return record?.kind === 'pupil' ? record.key : record?.pupilKey;
}
