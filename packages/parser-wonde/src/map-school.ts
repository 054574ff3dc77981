import { formatLaestab, parseUrn, type School, schoolKey } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';
import { trimmed, type WondeItem } from './json.js';
import { keepMember, type Members, namesTo, passOver, type ReadMember, readMembers } from './read-members.js';
import { RecordDraft } from './record-draft.js';
import { unreadableItem } from './unreadable-item.js';

const members: Members<School> = new Map<string, ReadMember<School>>([
  [
    'name',
    (target, value, draft, name) => {
      const text = draft.text('name', name, value);
      if (text !== undefined) target.name = text;
    },
  ],
  // Read before: the two make one number
  ...namesTo<School>(passOver, 'la_code', 'establishment_number', 'urn', 'created_at', 'updated_at'),
  ...namesTo<School>(
    keepMember,
    'id',
    'mis',
    'mis_id',
    'phase_of_education',
    'timezone',
    'address',
    'extended',
    'region',
  ),
]);

/** The school: the first of a file is whose the records after it are, unless the caller named one. */
export function mapSchool(context: FileContext, item: WondeItem): Item[] {
  const { la_code: la, establishment_number: establishment, urn: number } = item.value;
  const laestab = formatLaestab(trimmed(la) ?? '', trimmed(establishment) ?? '');
  const urn = parseUrn(trimmed(number) ?? '');
  if (laestab !== undefined) context.school ??= laestab;
  const draft = new RecordDraft(context, item);
  const record: School = { kind: 'school', key: '', provenance: draft.provenance };
  if (laestab !== undefined) {
    record.school = laestab;
    record.la = laestab.slice(0, 3);
    record.establishment = laestab.slice(3);
    const sent = trimmed(establishment);
    if (sent !== undefined && sent !== record.establishment) draft.sent('establishment', sent);
  } else {
    draft.keep('la_code', la ?? null);
    draft.keep('establishment_number', establishment ?? null);
  }
  if (urn !== undefined) record.urn = urn;
  else draft.keep('urn', number ?? null);
  readMembers(item.value, members, record, draft);
  const key = schoolKey({ laestab, urn, name: record.name });
  if (key === undefined)
    return unreadableItem(draft, 'school', { code: 'wonde-record-unidentified', field: 'establishment' });
  record.key = key;
  return draft.finish(record);
}
