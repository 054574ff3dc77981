import { describe, expect, it } from 'vitest';
import { isRecognisedLa } from './la-numbers.js';

describe('isRecognisedLa', () => {
  it('knows authorities of England and Wales and the pseudo LAs', () => {
    for (const la of ['001', '005', '201', '681', '708', '838', '856', '938', '943'])
      expect(isRecognisedLa(la)).toBe(true);
    for (const la of ['000', '006', '214', '804', '817', '834', '944', '999', '1', '', '0856']) {
      expect(isRecognisedLa(la)).toBe(false);
    }
  });
});
