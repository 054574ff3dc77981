import { describe, expect, it } from 'vitest';
import type { Layout } from './layout.js';
import { PupilMemory } from './pupil-memory.js';

const layout = (...names: string[]): Layout => ({
  headings: names,
  identity: [],
  pupil: [],
  enrolment: [],
  school: [],
  items: [],
  extensions: [],
  extensionsToItem: false,
  told: names.map((name, index) => ({ name, index })),
});

describe('what is remembered of pupils', () => {
  it('holds the last ten thousand and lets go of older ones', () => {
    const memory = new PupilMemory();
    const upn = layout('upn');
    for (let i = 0; i < 40_000; i++) expect(memory.compare('9998888', `upn:${i}`, upn, [])).toBe('new');
    for (let i = 30_001; i < 40_000; i++) expect(memory.compare('9998888', `upn:${i}`, upn, [])).toBe('same');
    expect(memory.compare('9998888', 'upn:15000', upn, [])).toBe('new');
  });

  it('tells pupils of two schools apart', () => {
    const memory = new PupilMemory();
    const upn = layout('upn');
    expect(memory.compare('9998888', 'id:1', upn, ['A'])).toBe('new');
    expect(memory.compare('9998889', 'id:1', upn, ['A'])).toBe('new');
    expect(memory.compare(undefined, 'id:1', upn, ['A'])).toBe('new');
    expect(memory.compare('9998888', 'id:1', upn, ['A'])).toBe('same');
  });

  it('compares by column, also over sheets', () => {
    const memory = new PupilMemory();
    const first = layout('upn', 'surname');
    const second = layout('birthDate', 'surname', 'upn');
    const compare = (table: Layout, ...cells: string[]) => memory.compare('9998888', 'upn:A', table, cells);
    expect(compare(first, 'A', 'Test')).toBe('new');
    expect(compare(first, 'A', 'Test')).toBe('same');
    expect(compare(first, 'A', '')).toBe('same');
    expect(compare(first, 'A')).toBe('same');
    expect(compare(first, 'A', 'Other')).toBe('different');
    expect(compare(second, '', 'Test', 'A')).toBe('same');
    expect(compare(second, '2011-09-01', 'Test', 'A')).toBe('more');
    expect(compare(second, '2011-09-01', 'Other', 'A')).toBe('different');
  });

  it('sees a change in any of very many columns', () => {
    const memory = new PupilMemory();
    const wide = layout(...Array.from({ length: 300 }, (_, i) => `c${i}`));
    const cells = Array.from({ length: 300 }, (_, i) => String(i));
    for (let i = 0; i < 3_000; i++) expect(memory.compare('9998888', `id:${i}`, wide, cells)).toBe('new');
    expect(memory.compare('9998888', 'id:2999', wide, cells)).toBe('same');
    for (const at of [0, 98, 99, 299]) {
      expect(memory.compare('9998888', 'id:7', wide, cells.with(at, 'x'))).toBe('different');
    }
  });
});
