import { addDays } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import { type ReadStartersLeaversRow, startersLeaversIssue } from './starters-leavers-csv.js';
import type { EducationRow, TrainingRow } from './starters-leavers-layouts.js';

/** Somebody whom the service knows, with the situation that stands for them now. */
export interface KnownClient {
  readonly id: string;
  readonly surname?: string | undefined;
  readonly forename?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly upn?: string | undefined;
  readonly situation?:
    | {
        readonly activity: string;
        readonly provider?: string | undefined;
        readonly startDate?: string | undefined;
      }
    | undefined;
}

export interface CompareOptions {
  /** Days by which the start of a row may differ from the one that is known; 28 when not given (One IYSS lets it be set). */
  readonly toleranceDays?: number;
  /** Whether a number is a provider that the service has; any when not given. */
  readonly providerKnown?: ((number: string) => boolean) | undefined;
}

/** What is to be done about one row, or one client without one. */
export type StartersLeaversAction =
  | { readonly action: 'unchanged'; readonly client: string; readonly line: number }
  /** The situation that is known ends the day before, where there is one. */
  | {
      readonly action: 'start';
      readonly client: string;
      readonly line: number;
      readonly provider: string;
      readonly startDate: string;
    }
  /** The situation ends, and “not known” follows from the next day. */
  | {
      readonly action: 'end';
      readonly client: string;
      readonly line: number;
      readonly endDate: string;
      readonly then: { readonly activity: '810'; readonly startDate: string };
    }
  /** A note for someone to look at; the situation stays. */
  | { readonly action: 'note'; readonly client: string; readonly line: number }
  | { readonly action: 'exception'; readonly line: number | undefined; readonly client: string | undefined };

export interface ComparedRow {
  readonly result: StartersLeaversAction;
  readonly issue?: Issue;
}

const fold = (name: string | undefined): string =>
  (name ?? '')
    .normalize('NFKD')
    .replace(/[\p{M}\s\p{Pd}'’.]/gu, '')
    .toLowerCase();

/** Clients whom a row may be about: by UPN, and without one, or where nobody has it, by names and date of birth. */
export function matchClients(
  row: Pick<EducationRow, 'surname' | 'forename' | 'birthDate' | 'upn'>,
  known: readonly KnownClient[],
): readonly KnownClient[] {
  const byUpn = row.upn === undefined ? [] : known.filter(({ upn }) => upn === row.upn);
  if (byUpn.length > 0) return byUpn;
  return known.filter(
    (one) =>
      row.birthDate !== undefined &&
      one.birthDate === row.birthDate &&
      row.surname !== undefined &&
      fold(one.surname) === fold(row.surname) &&
      fold(one.forename) === fold(row.forename) &&
      // Another UPN is another person.
      (row.upn === undefined || one.upn === undefined),
  );
}

/**
 * What a list of starters and leavers changes of what a service knows, row by row, as the import of One IYSS has it (targets.md
 * 3.2); clients of the list's providers that are in no row come last. Nothing is changed here: it says what to do.
 */
export function compareStartersLeavers(
  rows: readonly (Pick<ReadStartersLeaversRow, 'kind' | 'line' | 'row'> &
    Partial<Pick<ReadStartersLeaversRow, 'issues'>>)[],
  known: readonly KnownClient[],
  { toleranceDays = 28, providerKnown = () => true }: CompareOptions = {},
): ComparedRow[] {
  const found: ComparedRow[] = [];
  const met = new Set<string>();
  const providers = new Set<string>();
  // An end that stands behind a later start closes what was before it, and not that.
  const begun = new Map<string, string>();
  for (const { row } of rows) {
    const provider = (row as EducationRow).dfeNumber ?? (row as TrainingRow).ukprn;
    if (provider !== undefined) providers.add(provider);
    const [client, ...others] = matchClients(row, known);
    if (!client || others.length > 0 || row.startDate === undefined || row.endDate !== undefined) continue;
    if (client.situation?.provider === provider) continue;
    const before = begun.get(client.id);
    if (before === undefined || before < row.startDate) begun.set(client.id, row.startDate);
  }
  for (const { line, row, issues = [] } of rows) {
    const provider = (row as EducationRow).dfeNumber ?? (row as TrainingRow).ukprn;
    const except = (code: Parameters<typeof startersLeaversIssue>[0], client?: string): void => {
      found.push({
        result: { action: 'exception', line, client },
        issue: startersLeaversIssue(code, line),
      });
    };
    const fault = issues.find(({ severity }) => severity === 'error');
    const [client, ...others] = matchClients(row, known);
    if (fault) {
      if (client && others.length === 0) met.add(client.id);
      found.push({
        result: { action: 'exception', line, client: others.length === 0 ? client?.id : undefined },
        issue: fault,
      });
      continue;
    }
    if (!client) {
      except('starters-client-unknown');
      continue;
    }
    if (others.length > 0) {
      for (const { id } of [client, ...others]) met.add(id);
      except('starters-client-several');
      continue;
    }
    met.add(client.id);
    if (provider === undefined || !providerKnown(provider)) {
      except('starters-provider-unknown', client.id);
      continue;
    }
    found.push(compareOne(line, row, provider, client, toleranceDays, begun.get(client.id)));
  }
  for (const { id, situation } of known) {
    if (met.has(id) || situation?.provider === undefined || !providers.has(situation.provider)) continue;
    found.push({
      result: { action: 'exception', line: undefined, client: id },
      issue: startersLeaversIssue('starters-client-without-row', undefined),
    });
  }
  return found;
}

function compareOne(
  line: number,
  row: EducationRow | TrainingRow,
  provider: string,
  { id: client, situation }: KnownClient,
  toleranceDays: number,
  /** The latest start elsewhere that the list tells of the client. */
  begun: string | undefined,
): ComparedRow {
  const { startDate, endDate } = row;
  const same = situation?.provider === provider;
  if (same && startDate !== undefined && situation.startDate !== undefined) {
    const early = addDays(situation.startDate, -toleranceDays);
    const late = addDays(situation.startDate, toleranceDays);
    if (startDate < early || startDate > late)
      return {
        result: { action: 'note', client, line },
        issue: startersLeaversIssue('starters-start-differs', line, 'startDate', startDate),
      };
  }
  if (endDate !== undefined) {
    // Who begins elsewhere isn't unknown: that row's start ends this situation.
    if (begun !== undefined && begun >= endDate) return { result: { action: 'unchanged', client, line } };
    const then = { activity: '810', startDate: addDays(endDate, 1) } as const;
    // One who came and went while the service knew of another situation: that one stands.
    return same || situation === undefined
      ? { result: { action: 'end', client, line, endDate, then } }
      : { result: { action: 'unchanged', client, line } };
  }
  if (same || startDate === undefined) return { result: { action: 'unchanged', client, line } };
  return { result: { action: 'start', client, line, provider, startDate } };
}
