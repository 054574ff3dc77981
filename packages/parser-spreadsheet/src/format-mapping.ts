import { Document, isMap, isSeq } from 'yaml';
import type { SpreadsheetMapping } from './spreadsheet-mapping.js';
import type { SuggestedColumn } from './suggest-mapping.js';

export interface FormatMappingOptions {
  /** Columns of a suggestion: how sure each is and why is written above it. */
  readonly comments?: readonly SuggestedColumn[] | undefined;
  /** Lines at the top. */
  readonly heading?: string | undefined;
}

function line(text: string): string {
  // A comment ends with its line, whatever a heading holds
  // eslint-disable-next-line no-control-regex -- they are what must not come into the file
  return ` ${text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')}`;
}

function commentOf({ confidence, reason, field, alternatives }: SuggestedColumn): string {
  const or = alternatives.filter((name) => name !== field);
  const maybe = or.length === 0 ? '' : ` Could be: ${or.join(', ')}.`;
  const look = field !== undefined && confidence < 0.5 ? ' Please check.' : '';
  return line(`${confidence.toFixed(2)}: ${reason}${look}${maybe}`);
}

/** A mapping as YAML that people can read and change; {@link parseMapping} reads it back. */
export function formatMapping(mapping: SpreadsheetMapping, options: FormatMappingOptions = {}): string {
  const document = new Document(mapping);
  if (options.heading !== undefined)
    document.commentBefore = options.heading.split('\n').map(line).join('\n');
  const comments = new Map(
    (options.comments ?? []).map((column) => [commentKey(column.sheet, column.letter), column]),
  );
  const byName = new Map(
    (options.comments ?? []).map((column) => [commentKey(column.sheet, column.column), column]),
  );
  const sheets = document.get('sheets');
  if (comments.size > 0 && isSeq(sheets)) {
    mapping.sheets.forEach((sheet, i) => {
      const node = sheets.items[i];
      const columns = isMap(node) ? node.get('columns') : undefined;
      if (!isSeq(columns)) return;
      sheet.columns.forEach(({ column, letter }, j) => {
        const item = columns.items[j];
        const found =
          letter === undefined
            ? byName.get(commentKey(sheet.sheet, column ?? ''))
            : comments.get(commentKey(sheet.sheet, letter));
        if (found !== undefined && isMap(item)) item.commentBefore = commentOf(found);
      });
    });
  }
  return document.toString({ lineWidth: 0 });
}

function commentKey(sheet: string | number, column: string): string {
  return `${sheet}\n${column}`;
}
