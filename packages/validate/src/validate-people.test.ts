import { describe, expect, it } from 'vitest';
import { peopleInMemory } from './memory-people.js';
import { birthDateDiffers } from './rules/identity/birth-date-differs.js';
import { aPupil } from './testing/samples.js';
import { validatePeople } from './validate-people.js';
import type { ValidatorOptions } from './validator.js';

const school = '8564002';
const wrong = peopleInMemory([aPupil(), aPupil({ school, birthDate: '2015-05-18' })]);
const asOf = '2026-10-01';

async function codes(options: ValidatorOptions) {
  const found = [];
  for await (const page of validatePeople([wrong, []], { asOf, ...options })) found.push(page);
  expect(found).toHaveLength(2);
  return found.flat().map(({ issue, record }) => [issue.code, issue.severity, record.school]);
}

describe('validatePeople', () => {
  it('gives issues with the record that names the school', async () => {
    expect(await codes({})).toEqual([['birth-date-differs', 'query', school]]);
  });

  it('takes severities, and leaves out what is off or not in force', async () => {
    const code = birthDateDiffers.code;
    expect(await codes({ severities: { [code]: 'info' } })).toEqual([[code, 'info', school]]);
    expect(await codes({ severities: { [code]: 'off' } })).toEqual([]);
    expect(await codes({ rules: [{ ...birthDateDiffers, validFrom: 2027 }] })).toEqual([]);
  });

  it('shows a rule the grouping that it asks for alone', async () => {
    expect(await codes({ rules: [{ ...birthDateDiffers, by: 'identity' }] })).toEqual([]);
  });

  it('refuses wrong options as a validator does', async () => {
    await expect(codes({ asOf: '2026-02-30' })).rejects.toThrow(RangeError);
    await expect(codes({ severities: { nothing: 'info' } })).rejects.toThrow(RangeError);
    await expect(codes({ rules: [birthDateDiffers, birthDateDiffers] })).rejects.toThrow(RangeError);
  });
});
