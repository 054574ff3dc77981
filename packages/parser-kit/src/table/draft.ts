import type { CanonicalRecord, JsonValue, Place } from '@rollbook/model';
import { type Issue, recordReference } from '../issue.js';
import type { Item } from '../item.js';
import { type TableIssueCode, tableIssues } from './table-issues.js';

/**
 * A plain object, made by a constructor: V8 keeps room in it for some properties more, so that the dozen that follow
 * need not be moved again and again to a larger store.
 */
const PlainRecord = function (this: { kind: string }, kind: string) {
  this.kind = kind;
} as unknown as new (kind: string) => Record<string, unknown>;
PlainRecord.prototype = Object.prototype;

/** A record in the making, with what was sent and what waits for its key. */
export class Draft {
  readonly record: Record<string, unknown>;
  place: Place;
  sent: Record<string, string> | undefined;
  extensions: Record<string, JsonValue> | undefined;
  issues: Issue[] | undefined;

  constructor(kind: string, place: Place) {
    this.record = new PlainRecord(kind);
    this.place = place;
  }

  /** An issue about a cell; `columnName` says where in the row. */
  issue(
    prefix: string,
    code: TableIssueCode,
    field: string,
    heading: string | undefined,
    value?: string,
  ): void {
    const { severity, message, help } = tableIssues[code];
    const issue: Issue = {
      code: `${prefix}-${code}`,
      severity,
      message,
      place: heading === undefined ? this.place : { ...this.place, columnName: heading },
      field,
      help,
    };
    if (value !== undefined) issue.value = value;
    (this.issues ??= []).push(issue);
  }

  keep(heading: string, value: string): void {
    const extensions = (this.extensions ??= {});
    const before = Object.hasOwn(extensions, heading) ? extensions[heading] : undefined;
    if (before === undefined) {
      // `__proto__` as a heading would set the prototype if it were assigned
      Object.defineProperty(extensions, heading, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    } else if (Array.isArray(before)) {
      if (!before.includes(value)) before.push(value);
    } else if (before !== value) extensions[heading] = [before, value];
  }

  /** Puts the record out, complete, and behind it its issues with a reference to it. */
  finish(out: Item[]): void {
    const { record, issues } = this;
    if (this.sent !== undefined) record.sent = this.sent;
    if (this.extensions !== undefined) record.extensions = this.extensions;
    out.push(record as unknown as CanonicalRecord);
    if (issues === undefined) return;
    const reference = recordReference(record as unknown as { kind: string; key: string; pupilKey?: string });
    for (const issue of issues) {
      issue.record = reference;
      out.push(issue);
    }
  }
}
