import type { CanonicalRecord, RecordKind } from '@rollbook/model';
import type { Severity } from '@rollbook/parser-kit';
import type { CodeFigures, FileFigures, ReportIssue, SeverityCounts } from './report.js';
import { SessionTally } from './session-tally.js';

type Counted = Record<Severity, number>;
type CountedFigures = Pick<
  FileFigures,
  'schools' | 'records' | 'pupils' | 'byKind' | 'issues' | 'byCode' | 'byYearGroup' | 'byMonth' | 'attendance'
>;

const ORDER: Readonly<Record<Severity, number>> = { error: 0, query: 1, info: 2 };
const YEAR_GROUPS = ['N1', 'N2', 'R', ...Array.from({ length: 14 }, (_, i) => String(i + 1)), 'X'];
/** Year groups that are told apart; pupils of further ones stand with those of whom it isn't known. */
const mostYearGroups = 200;

interface CodeTally {
  severity: Severity;
  readonly message: string;
  readonly help: string;
  count: number;
  pupils: number;
  lastPupil: string | undefined;
}

const none = (): Counted => ({ error: 0, query: 0, info: 0 });

/** The sums of a file's figures, as its records, pupils and issues pass. */
export class FigureTally {
  readonly #issues = none();
  readonly #byKind = new Map<RecordKind, { records: number }>();
  readonly #byCode = new Map<string, CodeTally>();
  readonly #byYearGroup = new Map<string | null, { pupils: number; readonly issues: Counted }>();
  readonly #byMonth = new Map<string, Counted>();
  readonly #schools = new Set<string>();
  readonly #sessions = new SessionTally();
  #pupils = 0;
  #lastKind: RecordKind | undefined;
  #kind = { records: 0 };
  #lastSchool: string | undefined;

  addRecord(record: CanonicalRecord): void {
    const { kind, school } = record;
    if (kind !== this.#lastKind) {
      this.#lastKind = kind;
      const known = this.#byKind.get(kind);
      this.#kind = known ?? { records: 0 };
      if (known === undefined) this.#byKind.set(kind, this.#kind);
    }
    this.#kind.records++;
    if (kind === 'attendance-mark') this.#sessions.add(record);
    if (school !== undefined && school !== this.#lastSchool) this.#schools.add((this.#lastSchool = school));
  }

  addPupil(yearGroup: string | undefined): void {
    this.#pupils++;
    this.#yearGroup(yearGroup).pupils++;
  }

  addIssue({ issue, yearGroup, date }: ReportIssue): void {
    const { code, severity, message, help, record } = issue;
    this.#issues[severity]++;
    let tally = this.#byCode.get(code);
    if (tally === undefined) {
      tally = { severity, message, help, count: 0, pupils: 0, lastPupil: undefined };
      this.#byCode.set(code, tally);
    }
    tally.count++;
    if (ORDER[severity] < ORDER[tally.severity]) tally.severity = severity;
    const pupil = record?.kind === 'pupil' ? record.key : record?.pupilKey;
    if (pupil !== undefined) {
      if (pupil !== tally.lastPupil) tally.pupils++;
      tally.lastPupil = pupil;
      this.#yearGroup(yearGroup).issues[severity]++;
    }
    if (date !== undefined) this.#month(date.slice(0, 7))[severity]++;
  }

  #yearGroup(yearGroup: string | undefined): { pupils: number; readonly issues: Counted } {
    const wanted = yearGroup ?? null;
    const known = this.#byYearGroup.get(wanted);
    if (known !== undefined) return known;
    const name = this.#byYearGroup.size < mostYearGroups ? wanted : null;
    const made = this.#byYearGroup.get(name) ?? { pupils: 0, issues: none() };
    this.#byYearGroup.set(name, made);
    return made;
  }

  #month(month: string): Counted {
    let counted = this.#byMonth.get(month);
    if (counted === undefined) this.#byMonth.set(month, (counted = none()));
    return counted;
  }

  figures(): CountedFigures {
    let records = 0;
    for (const kind of this.#byKind.values()) records += kind.records;
    return {
      schools: [...this.#schools].sort(),
      records,
      pupils: this.#pupils,
      byKind: Object.fromEntries([...this.#byKind].map(([kind, counted]) => [kind, counted.records])),
      issues: { ...this.#issues },
      byCode: [...this.#byCode].map(codeFigures).sort(worstFirst),
      byYearGroup: [...this.#byYearGroup]
        .map(([yearGroup, { pupils, issues }]) => ({ yearGroup, pupils, issues: { ...issues } }))
        .sort((a, b) => byYear(a.yearGroup, b.yearGroup)),
      byMonth: [...this.#byMonth]
        .map(([month, issues]): { month: string; issues: SeverityCounts } => ({ month, issues }))
        .sort((a, b) => (a.month < b.month ? -1 : 1)),
      attendance: this.#sessions.figures(),
    };
  }
}

function codeFigures([code, tally]: [string, CodeTally]): CodeFigures {
  const { severity, message, help, count, pupils } = tally;
  return { code, severity, message, help, count, pupils };
}

function worstFirst(a: CodeFigures, b: CodeFigures): number {
  return ORDER[a.severity] - ORDER[b.severity] || b.count - a.count || (a.code < b.code ? -1 : 1);
}

/** In the order of schooling, then others by name, then what is not known. */
function byYear(a: string | null, b: string | null): number {
  const place = (year: string | null): number => {
    if (year === null) return 1000;
    const known = YEAR_GROUPS.indexOf(year);
    return known < 0 ? 999 : known;
  };
  return place(a) - place(b) || ((a ?? '') < (b ?? '') ? -1 : 1);
}
