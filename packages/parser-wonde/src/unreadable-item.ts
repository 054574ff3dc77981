import { joinKey, type RecordKind, type Unreadable } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import type { WondeIssueCode } from './issue-catalogue.js';
import { finite } from './json.js';
import type { RecordDraft } from './record-draft.js';

/** A stand-in for a record that can't be tied or told apart, kept whole, and the error about it. */
export function unreadableItem(
  draft: RecordDraft,
  intended: RecordKind,
  details: {
    readonly code: WondeIssueCode;
    readonly field: string;
    readonly pupilKey?: string | undefined;
    readonly value?: string | undefined;
  },
): Item[] {
  const { code, field, pupilKey, value } = details;
  const { item } = draft;
  const record: Unreadable = {
    kind: 'unreadable',
    key: joinKey(intended, item.path),
    ...draft.base,
    provenance: draft.provenance,
    intended,
    ...(pupilKey === undefined ? {} : { pupilKey }),
    raw: finite(item.value),
  };
  draft.prefix = '';
  draft.issue(code, field, undefined, value);
  return draft.standIn(record);
}
