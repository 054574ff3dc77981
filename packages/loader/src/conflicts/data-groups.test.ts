import { readFileSync } from 'node:fs';
import { pupilSchema } from '@rollbook/model';
import { describe, expect, it } from 'vitest';
import { storedKinds } from '../kind-tables.js';
import {
  carrierFields,
  dataGroups,
  fieldGroups,
  fixedGroups,
  heldKinds,
  kindGroups,
  partsOfItem,
} from './data-groups.js';

describe('data groups', () => {
  it('have every field of a pupil once, but for what belongs to the file or the sender', () => {
    const placed = [...Object.keys(fieldGroups), ...carrierFields];
    expect(placed.toSorted()).toEqual(Object.keys(pupilSchema.shape).toSorted());
  });

  it('have every kind of record that a store keeps about a pupil once', () => {
    const kinds = storedKinds.filter((kind) => kind !== 'school' && kind !== 'pupil');
    expect(Object.keys(kindGroups).toSorted()).toEqual(kinds.toSorted());
  });

  it('are each of fields or of kinds, and none is empty', () => {
    const ofFields = new Set<string>(Object.values(fieldGroups));
    const ofKinds = new Set<string>(Object.values(kindGroups));
    for (const group of dataGroups) expect(ofFields.has(group) !== ofKinds.has(group), group).toBe(true);
  });

  it('compare no kind of a fixed group', () => {
    expect(fixedGroups).toEqual(['school-history', 'attendance']);
    expect(heldKinds).not.toContain('attendance-mark');
    expect(heldKinds).not.toContain('enrolment');
    expect(heldKinds).toHaveLength(Object.keys(kindGroups).length - 3);
  });

  it('are all in the guide', () => {
    const guide = readFileSync(new URL('../../../../docs/conflicts.md', import.meta.url), 'utf8');
    const section = guide.slice(guide.indexOf('## Data groups'), guide.indexOf('## Rules'));
    expect([...section.matchAll(/^\| `([a-z-]+)`/gm)].map(([, group]) => group)).toEqual(dataGroups);
  });

  it('know what an item is by its name', () => {
    expect(partsOfItem('surname')).toEqual({ kind: 'pupil', field: 'surname' });
    expect(partsOfItem('contact:id:7')).toEqual({ kind: 'contact', key: 'id:7' });
  });
});
