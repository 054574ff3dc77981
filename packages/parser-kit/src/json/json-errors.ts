/** What one JSON document may cost. Lengths are in characters (UTF-16 units) of the source. */
export interface JsonLimits {
  /** Depth of objects and arrays, the outermost being 1; those of records count too. */
  readonly depth: number;
  /** Length of one record. */
  readonly recordLength: number;
  /** Objects, arrays and members in one record, about. */
  readonly recordNodes: number;
  /** Length of one string or number outside records. */
  readonly scalarLength: number;
  /** Length of one key outside records, its quotes and escapes included. */
  readonly keyLength: number;
}

/** Far above what an API or export of an MIS gives, and low enough that a hostile file can't fill the memory. */
export const defaultJsonLimits: JsonLimits = Object.freeze({
  depth: 128,
  recordLength: 16 * 1024 * 1024,
  recordNodes: 1_000_000,
  scalarLength: 1024 * 1024,
  keyLength: 1024,
});

/** Every code that the JSON reader's errors have, with what a person can do about it. */
export const jsonHelp = {
  'json-truncated':
    'The file is incomplete: the export or the transfer broke off. Export or send the file again; nothing of it may be kept.',
  'json-malformed': 'The file is damaged, was edited by hand, or is no JSON. Export it again.',
  'json-too-deep': 'No format that is read here nests like that. Check where the file comes from.',
  'json-record-too-large': 'Check where the file comes from, or raise the limit if it is right.',
  'json-text-too-long': 'Check where the file comes from, or raise the limit if it is right.',
  'json-key-too-long': 'Check where the file comes from, or raise the limit if it is right.',
} as const satisfies Record<string, string>;

export type JsonErrorCode = keyof typeof jsonHelp;
