import { type Contact, isUln, isUpn, normaliseUpn, type Pupil } from '@rollbook/model';
import type { RowDraft } from './row-draft.js';

/** Email and telephone numbers; equal numbers are one. */
export function readReach(person: Pick<Pupil | Contact, 'emails' | 'phones'>, draft: RowDraft): void {
  const email = draft.text('emails.0.address', 'email');
  if (email !== undefined) person.emails = [{ address: email }];
  const mobile = draft.text('phones.0.number', 'sms');
  const phone = draft.text('phones.1.number', 'phone');
  const phones = [
    ...(mobile === undefined ? [] : [{ number: mobile, type: 'M' }]),
    ...(phone === undefined || phone === mobile ? [] : [{ number: phone }]),
  ];
  if (phones.length > 0) person.phones = phones;
}

/** `{type:id}` of `userIds`, one after another with commas between. */
export function readUserIds(text: string): { readonly type: string; readonly id: string }[] {
  const ids: { type: string; id: string }[] = [];
  for (const [, type = '', id = ''] of text.matchAll(/\{([^:{}]{1,100}):([^{}]{0,300})\}/g)) {
    if (type.trim() !== '' && id.trim() !== '') ids.push({ type: type.trim(), id: id.trim() });
  }
  return ids;
}

/**
 * The ids of a user. The standard has no place for a UPN: whatever holds one with a right check letter has it. Undefined
 * when none does.
 */
export function readIds(pupil: Pick<Pupil, 'supplierIds' | 'uln'>, draft: RowDraft): string | undefined {
  let upn: string | undefined;
  let upnFrom = '';
  const ids: Record<string, string> = {};
  const take = (name: string, sent: string, column = name): void => {
    const candidate = normaliseUpn(sent);
    if (isUpn(candidate) && upn === undefined) {
      upn = candidate;
      upnFrom = name;
      if (candidate !== sent) draft.sent('upn', sent);
    } else if (isUpn(candidate) && candidate !== upn) {
      draft.keep(name, sent);
      draft.issue('oneroster-upn-differs', 'upn', column, sent);
      return;
    }
    // The id stays beside the UPN where it joins the files of the set
    if (name === 'sourcedId' || upnFrom !== name) ids[name] = sent;
  };
  const own = draft.peek('sourcedId');
  if (own !== undefined) take('sourcedId', own);
  for (const name of ['identifier', 'userMasterIdentifier']) {
    const id = draft.peek(name);
    if (id !== undefined) take(name, id);
  }
  const list = draft.peek('userIds');
  if (list !== undefined) {
    const found = readUserIds(list);
    for (const { type, id } of found) {
      if (type.toUpperCase() === 'ULN' && isUln(id)) pupil.uln = id;
      else if (type !== '__proto__') take(type, id, 'userIds');
    }
    if (found.length === 0) draft.keep('userIds', list);
  }
  if (Object.keys(ids).length > 0) pupil.supplierIds = ids;
  return upn;
}
