import { describe, expect, it } from 'vitest';
import { withGuids } from './guids.js';
import { makePupil, makeTarget } from './make-pupil.test-support.js';
import type { TargetPupil } from './target-pupil.js';

const namespace = '0b9f7f3e-4c39-4c1e-9d0a-6f1d5f4a9c11';
async function guided(...pupils: TargetPupil[]): Promise<TargetPupil[]> {
  const found: TargetPupil[] = [];
  for await (const one of withGuids(pupils, { namespace })) found.push(one);
  return found;
}

describe('withGuids', () => {
  const unlinked = (of: Parameters<typeof makePupil>[0] = {}, records: object[] = []) =>
    makeTarget(makePupil(of), records, { guid: null });

  it('gives the same GUID to the same pupil every time, and another to every other', async () => {
    const [a, again, other, elsewhere] = await guided(
      unlinked(),
      unlinked({ surname: 'Changed' }),
      unlinked({ key: 'upn:X801200001002' }),
      unlinked({ school: '8562002' }),
    );
    expect(a!.guid).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(again!.guid).toBe(a!.guid);
    expect(new Set([a!.guid, other!.guid, elsewhere!.guid]).size).toBe(3);
  });

  it('goes by the id of the school’s system, so that a new UPN changes nothing', async () => {
    const ids = { supplierIds: { personId: '77' } };
    const [before, after] = await guided(
      unlinked({ ...ids, key: 'upn:H801200001001' }),
      unlinked({ ...ids, key: 'upn:X801200001002' }),
    );
    expect(after!.guid).toBe(before!.guid);
  });

  it('is known by the UUID that the same namespace gives anywhere', async () => {
    const [one] = await guided(unlinked({ supplierIds: { personId: '77' } }));
    // python3: uuid.uuid5(uuid.UUID(namespace), '["pupil","8562001","id:personId:77"]')
    expect(one!.guid).toBe('b585be94-bfb0-5d40-bf43-9221db757eb8');
  });

  it('keeps the GUID of a person, and those that contacts have', async () => {
    const pupil = makePupil();
    const key = `${pupil.key}|id:5`;
    const [one] = await guided(
      makeTarget(pupil, [{ kind: 'contact', key }], { contactGuids: new Map([[key, 'there']]) }),
    );
    expect(one!.guid).toBe('5f0e0000-0000-4000-8000-000000000001');
    expect(one!.contactGuids.get(key)).toBe('there');
  });

  it('gives a contact with an id one GUID for all its children of the school, and one without one a child', async () => {
    const child = (key: string, supplierIds?: Record<string, string>) =>
      unlinked({ key }, [
        { kind: 'contact', key: `${key}|lowe|jo|PAM`, ...(supplierIds ? { supplierIds } : {}) },
      ]);
    const [a, b, c, d] = await guided(
      child('upn:1', { personId: '9' }),
      child('upn:2', { personId: '9' }),
      child('upn:1'),
      child('upn:2'),
    );
    const contact = ({ contactGuids }: TargetPupil) => [...contactGuids.values()][0];
    expect(contact(a!)).toBe(contact(b!));
    expect(contact(c!)).not.toBe(contact(d!));
    expect(contact(a!)).not.toBe(contact(c!));
  });

  it('refuses a namespace that is no UUID', async () => {
    await expect(withGuids([], { namespace: 'council' }).next()).rejects.toThrow(RangeError);
  });
});
