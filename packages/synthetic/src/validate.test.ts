import { ctfParser } from '@rollbook/parser-ctf';
import { type Batch, isIssue, type Issue, openSource } from '@rollbook/parser-kit';
import { validate } from '@rollbook/validate';
import { describe, expect, it } from 'vitest';
import { syntheticCtf, type SyntheticCtfOptions } from './ctf.js';
import { faultKinds } from './faults.js';
import { createSchool } from './school.js';

/** What parser and rules say of the CTF. */
async function issuesOf(options: SyntheticCtfOptions): Promise<Issue[]> {
  let xml = '';
  for await (const piece of syntheticCtf(options)) xml += piece;
  const issues: Issue[] = [];
  for await (const batch of validate(ctfParser.parse(await openSource(Buffer.from(xml))))) {
    issues.push(...batch.filter(isIssue));
  }
  return issues;
}

/** What is true of a school and no fault of its data: it is told for completeness, or asks whether it is meant. */
const facts = new Set([
  'upn-temporary',
  // Parents and children do share names
  'contact-is-pupil',
  // Children of serving personnel, drawn apart from who has free school meals
  '1741',
  // Pupils who are absent much
  'attendance-absence-continuous',
  'attendance-persistent-absence',
  'attendance-severe-absence',
  'attendance-sickness-return',
  'attendance-unauthorised-threshold',
  // Who is excluded for good is on roll until the governors have met
  '2335',
]);

describe('the rules of @rollbook/validate', () => {
  it.each(['primary', 'secondary', 'all-through'] as const)(
    'have nothing to say of a clean %s school but what is true of it',
    async (phase) => {
      const issues = await issuesOf({ seed: 2026, pupils: 400, phase });
      expect(issues.filter(({ code }) => !facts.has(code))).toEqual([]);
    },
  );

  it.each(['primary', 'secondary', 'all-through'] as const)(
    'find no error in the records of a %s school with marks and exclusions, nor in its CTF',
    async (phase) => {
      const options = {
        seed: 2026,
        pupils: 200,
        phase,
        attendance: { from: '2025-11-20', to: '2026-11-19' },
        exclusions: true,
      };
      const school = createSchool(options);
      function* batches(): Generator<Batch, void, undefined> {
        yield [school.record];
        for (const { records } of school.pupils()) yield records;
      }
      const issues = await issuesOf(options);
      for await (const batch of validate(batches())) issues.push(...batch.filter(isIssue));
      expect(issues.filter(({ code }) => !facts.has(code))).toEqual([]);
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it.each(faultKinds)('find %s', async (kind) => {
    const options = { seed: 77, pupils: 40, faults: { rate: 0.5, kinds: [kind] } };
    const faulty = [...createSchool(options).pupils()].filter(({ fault }) => fault === kind);
    expect(faulty.length).toBeGreaterThan(0);
    const found = new Set<string | undefined>();
    for (const { code, record } of await issuesOf(options)) {
      if (!facts.has(code)) found.add(record?.pupilKey ?? record?.key);
    }
    expect(found.size).toBeGreaterThan(0);
    for (const { pupil } of faulty) expect(found).toContain(pupil.key);
  });
});
