import type { Issue, Severity } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { summarise } from './summary.js';

const issue = (code: string, severity: Severity): Issue => ({
  code,
  severity,
  message: `About ${code}`,
  place: {},
  help: 'None.',
});

describe('summarise', () => {
  it('counts by severity and by code, the worst and most frequent first', () => {
    const summary = summarise([
      issue('1630', 'info'),
      issue('1630', 'query'),
      issue('1510', 'error'),
      issue('1500', 'query'),
      issue('1500', 'query'),
      issue('1500', 'query'),
      issue('upn-temporary', 'info'),
    ]);
    expect(summary).toEqual({
      total: 7,
      bySeverity: { error: 1, query: 4, info: 2 },
      byCode: [
        { code: '1510', severity: 'error', message: 'About 1510', count: 1 },
        { code: '1500', severity: 'query', message: 'About 1500', count: 3 },
        { code: '1630', severity: 'query', message: 'About 1630', count: 2 },
        { code: 'upn-temporary', severity: 'info', message: 'About upn-temporary', count: 1 },
      ],
    });
  });

  it('is all noughts for no issues', () => {
    expect(summarise([])).toEqual({ total: 0, bySeverity: { error: 0, query: 0, info: 0 }, byCode: [] });
  });
});
