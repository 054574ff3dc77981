import { describe, expect, it } from 'vitest';
import { makePupil, makeTarget, textOf } from '../pupils/make-pupil.test-support.js';
import { createOnePreview } from './one-preview.js';
import { oneRejectionReport, oneRejections, oneRejectionText } from './one-rejections.js';
import { onePreviewIssues } from './preview-issues.js';

async function rejected() {
  const preview = await createOnePreview({ known: [], today: '2026-01-15' });
  const pupils = [
    makeTarget(makePupil({ sex: 'X', forename: '=Ada\n- Eve' }, 3), [], { guid: null }),
    makeTarget(makePupil({ surname: 'Lowe ', upn: undefined, key: 'name:lowe|ada' }, 4)),
  ];
  return pupils.flatMap((pupil) => oneRejections(preview.of(pupil)));
}

describe('rejections of a preview', () => {
  it('are what a school can correct, with why', async () => {
    const found = await rejected();
    expect(found.map(({ why, issue }) => [why, issue.code])).toEqual([
      ['rejected', 'one-sex-unknown'],
      ['rejected', 'one-name-spaces'],
      ['unmatched', 'one-unmatched'],
    ]);
    const preview = await createOnePreview({ known: [], today: '2026-01-15' });
    const all = oneRejections(preview.of(makeTarget(makePupil(), [], { guid: null })), 'info');
    expect(all.map(({ issue }) => issue.code)).toEqual(['one-guid-missing', 'one-unmatched']);
  });

  it('make a report without data of pupils unless asked', async () => {
    const options = { format: 'csv', tool: { name: 'rollbook', version: '0' } } as const;
    const plain = await textOf(oneRejectionReport(await rejected(), options));
    expect(plain).toContain('one-sex-unknown');
    expect(plain).not.toMatch(/Lowe|H8012/);
    const full = await textOf(oneRejectionReport(await rejected(), { ...options, identify: true }));
    expect(full).toContain('Lowe');
    expect(full).not.toMatch(/(^|,)"?=Ada/m);
    const json = await textOf(oneRejectionReport(await rejected(), { ...options, format: 'json' }));
    expect(() => JSON.parse(json) as unknown).not.toThrow();
  });

  it('make a letter, the worst first, in which no name can write a line', async () => {
    expect(oneRejectionText(await rejected(), { school: 'Example School' })).toBe(
      `Example School: 3 things to correct in the MIS

Sex is neither F nor M (1)
  The pupil’s sex is missing, or is neither F nor M.
  Enter the legal sex in the MIS; gender identity has a field of its own.
  - roll.csv, row 3

Spaces in a name (1)
  A name begins or ends with a space, or has two together.
  Take the spaces out in the MIS: they keep the name from being found.
  - roll.csv, row 4

Not matched (1)
  ONE would match the pupil with nobody; an officer would see to it.
  Check UPN, legal surname, forename, date of birth and sex in the MIS.
  - roll.csv, row 4
`,
    );
    const named = oneRejectionText(await rejected(), { school: 'Example School', identify: true });
    expect(named).toContain('- Lowe, =Ada - Eve, UPN H801200001001: X (roll.csv, row 3)');
    expect(oneRejectionText([], { school: 'Example School' })).toBe('Example School: nothing to correct.\n');
  });
});

it('has words for each code that hold no data', () => {
  for (const { title, message, help } of Object.values(onePreviewIssues)) {
    expect(title).not.toMatch(/\.$/);
    expect(message).toMatch(/\.$/);
    expect(help).toMatch(/\.$/);
  }
});
