import { issueSchema } from '@rollbook/parser-kit';
import { describe, expect, it } from 'vitest';
import { pupil } from './__fixtures__/pupils.js';
import { snapshotIssue, snapshotIssues, type SnapshotIssueCode } from './snapshot-issues.js';

describe('snapshotIssues', () => {
  it.each(Object.keys(snapshotIssues) as SnapshotIssueCode[])('%s is an issue', (code) => {
    expect(code).toMatch(/^profile-[a-z-]+$/);
    const issue = snapshotIssue(code, pupil(), { field: 'dob', value: undefined });
    expect(issueSchema.parse(issue)).toEqual(issue);
    expect(issue).not.toHaveProperty('value');
    expect(issue).toMatchObject({ code, field: 'dob', place: { line: 7 }, record: { kind: 'pupil' } });
  });
});
