import { formatUpn } from '@rollbook/model';

const SURNAMES = ['Testwood', 'O’Sample', 'Mock-Ford', 'Ünal', 'Example', 'Fictional'];
const FORENAMES = ['Ann', 'Bea', 'Carl', 'Dora', 'Emil', 'Fay', 'Gus'];

export interface TestPupil {
  readonly index: number;
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly sex: string;
  readonly year: number;
  readonly group: string;
  readonly admissionNumber: number;
  readonly entryDate: string;
}

/** Pupils that nobody is, spread over seven years of birth. */
export function testPupils(count: number): TestPupil[] {
  return Array.from({ length: count }, (_, i) => {
    const year = 7 + (i % 5);
    const upn = formatUpn({
      la: '001',
      establishment: '9999',
      year: '18',
      serial: i + 1,
    });
    return {
      index: i,
      upn,
      surname: SURNAMES[i % SURNAMES.length] as string,
      forename: FORENAMES[i % FORENAMES.length] as string,
      birthDate: `${2026 - year - 5 + (i % 2)}-${String((i % 12) + 1).padStart(2, '0')}-${String(((i * 7) % 28) + 1).padStart(2, '0')}`,
      sex: i % 2 === 0 ? 'F' : 'M',
      year,
      group: `${year}${'ABC'.charAt(i % 3)}`,
      admissionNumber: i % 4 === 3 ? 4_000 + i : 104_000 + i,
      entryDate: `${2026 - year + 6}-09-0${(i % 3) + 1}`,
    };
  });
}

export function ukDate(date: string): string {
  return date.split('-').reverse().join('/');
}
