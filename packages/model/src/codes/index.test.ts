import { describe, expect, it } from 'vitest';
import * as codes from './index.js';
import { codeSets, ethnicities, languages, mainEthnicity } from './index.js';

const all = Object.entries(codeSets);

describe('code sets', () => {
  it('lists every exported set by its own id', () => {
    const exported: unknown[] = Object.values(codes).filter(
      (value) => typeof value === 'object' && 'lookup' in value && 'entries' in value,
    );
    expect(exported.length).toBeGreaterThan(40);
    expect(new Set<unknown>(Object.values(codeSets))).toEqual(new Set(exported));
    for (const [id, set] of all) expect(set.id).toBe(id);
  });

  it.each(all)('%s has distinct dated codes', (_id, set) => {
    // Two entries of one code may not both hold on any day: checked on every first and last day.
    const days = new Set(['0001-01-01', '9999-12-31']);
    for (const { from, to } of set.entries) for (const day of [from, to]) if (day) days.add(day);
    for (const day of days) {
      const inForce = set.on(day).map((entry) => entry.code);
      expect(new Set(inForce).size).toBe(inForce.length);
    }
    const keys = set.entries.map((entry) => `${entry.code}|${entry.from ?? ''}|${entry.to ?? ''}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(all)('%s is fit to be shown and cited', (id, set) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(set.source.length).toBeGreaterThan(10);
    for (const { code, label } of set.entries) {
      expect(label.trim()).toBe(label);
      expect(label).not.toBe('');
      expect(code.length).toBeLessThanOrEqual(40);
    }
  });

  it.each(all)('%s accepts its own codes, and their form where it is open', (_id, set) => {
    for (const code of set.codes) {
      expect(set.has(code)).toBe(true);
      if (set.open) expect(code).toMatch(set.open.form);
    }
  });

  it.each([ethnicities, languages])('$id counts every extended code under a main code', (set) => {
    for (const { main } of set.entries) {
      if (main === undefined) continue;
      const found = set.lookup(main);
      expect(found).toMatchObject({ status: 'valid' });
      if ('entry' in found) expect(found.entry.main).toBeUndefined();
    }
  });
});

describe('languages', () => {
  it('holds the 255 main codes of the CBDS and 67 extended ones, and takes a new one', () => {
    expect(languages.entries.filter((entry) => entry.main === undefined)).toHaveLength(255);
    expect(languages.entries.filter((entry) => entry.main !== undefined)).toHaveLength(67);
    expect(languages.lookup('BNGS')).toMatchObject({ entry: { label: 'Bengali (Sylheti)', main: 'BNG' } });
    expect(languages.accepts('QQQ')).toBe(true);
    expect(languages.accepts('English')).toBe(false);
  });
});

describe('mainEthnicity', () => {
  it('gives the code that an ethnicity is counted under', () => {
    expect(mainEthnicity('WENG')).toBe('WBRI');
    expect(mainEthnicity('BSOM')).toBe('BAFR');
    expect(mainEthnicity('MWBC')).toBe('MWBC');
    expect(mainEthnicity('XXXX')).toBeUndefined();
  });

  it('knows the 24 main codes of the May 2026 edition', () => {
    expect(ethnicities.entries.filter((entry) => entry.main === undefined)).toHaveLength(24);
  });
});
