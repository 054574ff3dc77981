import { describe, expect, it } from 'vitest';
import { ApiKeysError, createApiKey, KeyRing, parseApiKeys } from './api-keys.js';

const settings = { id: 'school-a', scopes: ['load' as const], schools: ['9998888'] };

describe('API keys', () => {
  it('are found by the header that a request brings, and by nothing else', () => {
    const { key, record } = createApiKey(settings);
    const ring = new KeyRing([record]);
    expect(ring.find(`Bearer ${key}`)).toBe(record);
    expect(ring.find(`bearer ${key}`)).toBe(record);
    const wrong = [
      undefined,
      '',
      key,
      `Basic ${key}`,
      `Bearer ${key}x`,
      `Bearer ${key.slice(0, -1)}`,
      `Bearer ${record.sha256}`,
    ];
    for (const header of wrong) expect(ring.find(header)).toBeUndefined();
  });

  it('keep no key, only its digest', () => {
    const { key, record } = createApiKey(settings);
    expect(JSON.stringify(record)).not.toContain(key.slice(-20));
    expect(createApiKey(settings).key).not.toBe(key);
  });

  it('end on their day', () => {
    const { key, record } = createApiKey({ ...settings, expiresAt: '2026-09-01T00:00:00Z' });
    const ring = new KeyRing([record]);
    expect(ring.find(`Bearer ${key}`, new Date('2026-08-31T23:59:59Z'))).toBe(record);
    expect(ring.find(`Bearer ${key}`, new Date('2026-09-01T00:00:00Z'))).toBeUndefined();
  });

  it('are read from a file, with its faults named and no digest shown', () => {
    const { record } = createApiKey(settings);
    expect(parseApiKeys(JSON.stringify({ keys: [record] }))).toEqual([record]);
    expect(() => parseApiKeys('{')).toThrow(ApiKeysError);
    expect(() => parseApiKeys(JSON.stringify({ keys: [record, record] }))).toThrow(
      'Two keys have the id school-a.',
    );
    const faulty = JSON.stringify({ keys: [{ ...record, scopes: ['all'], sha256: 'F'.repeat(64) }] });
    expect(() => parseApiKeys(faulty)).toThrow(/keys\.0\.scopes\.0/);
    expect(() => parseApiKeys(faulty)).not.toThrow('FFFF');
  });
});
