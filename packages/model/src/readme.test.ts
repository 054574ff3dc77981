import { describe, expect, it } from 'vitest';
import { attendanceCodes, parseUpn } from './index.js';

describe('README', () => {
  it('says what happens', () => {
    expect(parseUpn('d856412326001')).toMatchObject({
      ok: true,
      upn: { value: 'D856412326001', type: 'permanent', la: '856', establishment: '4123' },
    });
    expect(attendanceCodes.lookup('H', '2024-08-18').status).toBe('valid');
    expect(attendanceCodes.lookup('H', '2024-08-19').status).toBe('out-of-date');
  });
});
