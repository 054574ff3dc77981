import type { JsonValue, Place } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import { nccisIssues, type NccisIssueCode } from './nccis-issues.js';
import type { NccisHeader, NccisYoungPerson } from './young-person.js';

export interface NccisHeaderItem {
  readonly type: 'header';
  readonly header: NccisHeader;
  readonly place: Place;
  readonly extensions?: Record<string, JsonValue>;
}

export interface NccisPersonItem {
  readonly type: 'person';
  readonly person: NccisYoungPerson;
  readonly place: Place;
  /** 1 for the first of the file. */
  readonly index: number;
  /** What the record has and the return as it is known here hasn't, by path or column. */
  readonly extensions?: Record<string, JsonValue>;
}

/** An element beside the header and the records. */
export interface NccisMisplacedItem {
  readonly type: 'misplaced';
  readonly name: string;
  readonly place: Place;
  readonly content: JsonValue;
}

export interface NccisIssueItem {
  readonly type: 'issue';
  readonly issue: Issue;
}

/** What reading a return gives, in the order of the file. */
export type NccisItem = NccisHeaderItem | NccisPersonItem | NccisMisplacedItem | NccisIssueItem;
export type NccisBatch = readonly NccisItem[];

/** A return as a whole. */
export interface NccisReturn {
  readonly header: NccisHeader | undefined;
  readonly people: NccisPersonItem[];
  readonly misplaced: NccisMisplacedItem[];
  readonly issues: Issue[];
}

/** Everything at once; for tests and small files. */
export async function collectNccis(batches: AsyncIterable<NccisBatch>): Promise<NccisReturn> {
  const found: { header: NccisHeader | undefined } & NccisReturn = {
    header: undefined,
    people: [],
    misplaced: [],
    issues: [],
  };
  for await (const batch of batches) {
    for (const item of batch) {
      if (item.type === 'header') found.header ??= item.header;
      else if (item.type === 'person') found.people.push(item);
      else if (item.type === 'misplaced') found.misplaced.push(item);
      else found.issues.push(item.issue);
    }
  }
  return found;
}

export function nccisIssue(
  code: NccisIssueCode,
  place: Place,
  details: Pick<Issue, 'field' | 'value' | 'record'> = {},
): Issue {
  const { severity, message, help } = nccisIssues[code];
  return { code, severity, message, place, help, ...details };
}

/** Kinds of unknown element that are told one by one, so that a hostile file can't fill the memory with them. */
const MOST_TOLD = 200;

/** Issues of one file, of which some are told once a kind. */
export class NccisIssueSink {
  readonly #told = new Set<string>();

  constructor(private readonly out: (item: NccisItem) => void) {}

  tell(code: NccisIssueCode, place: Place, details?: Pick<Issue, 'field' | 'value'>): void {
    this.out({ type: 'issue', issue: nccisIssue(code, place, details) });
  }

  /** Once for each code and field. */
  tellOnce(code: NccisIssueCode, place: Place, field?: string): void {
    const key = `${code} ${field ?? ''}`;
    // Only what a file can make up without end is cut off.
    if (this.#told.has(key) || (field !== undefined && this.#told.size >= MOST_TOLD)) return;
    this.#told.add(key);
    this.tell(code, place, field === undefined ? {} : { field });
  }
}
