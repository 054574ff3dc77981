import { expect, it } from 'vitest';
import { createIssueOnce } from './issue-once.js';

it('is true once for a code and subject', () => {
  const once = createIssueOnce();
  expect(once('unknown-column', 'House')).toBe(true);
  expect(once('unknown-column', 'House')).toBe(false);
  expect(once('unknown-column', 'Form')).toBe(true);
  expect(once('other', 'House')).toBe(true);
  expect(once('bare')).toBe(true);
  expect(once('bare')).toBe(false);
  expect(createIssueOnce()('bare')).toBe(true);
});

it('falls silent beyond 10,000 subjects', () => {
  const once = createIssueOnce();
  let said = 0;
  for (let i = 0; i < 20_000; i++) if (once('x', `n${i}`)) said++;
  expect(said).toBe(10_000);
});
