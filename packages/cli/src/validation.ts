import { resolve } from 'node:path';
import type { Loader } from '@rollbook/loader';
import { isRecord, type Batch } from '@rollbook/parser-kit';
import {
  packsOf,
  type RuleSet,
  validate as validateBatches,
  validatePeople,
  type PersonGrouping,
} from '@rollbook/validate';
import {
  createFileCollector,
  IssueTally,
  openIssueHistory,
  shareOut,
  type CollectedFacts,
  type FileCollector,
  type FileComparer,
  type FileFigures,
  type IssueGroup,
  type IssueHistory,
  type ReportFile,
  type ReportRule,
  type RunFigures,
} from '@rollbook/validate/reports';
import { attempt, type Context } from './context.js';
import { failureJson, type Failure } from './errors.js';
import { chooseParser, digestFirst, labelOf, nameOf, openInput } from './input.js';
import { withOptions, type ParseSettings } from './parse-settings.js';
import { startProgress } from './progress.js';
import type { ValidationReports } from './validation-reports.js';
import { version } from './version.js';

export interface ValidationSettings {
  readonly context: Context;
  readonly parse: ParseSettings;
  readonly rules: RuleSet;
  readonly asOf: string;
  readonly identify: boolean;
  readonly failOn: 'error' | 'query';
  /** Issues of a file that reports list; all when undefined. */
  readonly maxIssues: number | undefined;
  /** Folder of the history to compare with and to add to. */
  readonly history: string | undefined;
  readonly reports: ValidationReports;
  /** Places of a file that the terminal shows; undefined when it shows nothing. */
  readonly places: number | undefined;
}

/** What came of one file, or of the store. */
export interface Validated {
  readonly figures: FileFigures;
  /** What the terminal shows; undefined when it shows nothing. */
  readonly groups: readonly IssueGroup[] | undefined;
  /** Why the file could not be read. */
  readonly failure: Failure | undefined;
  /** True when a history was to remember the file and it has too many issues for that. */
  readonly forgotten: boolean;
}

/** Reads files, holds them to the rules, and keeps reports and history on the way. */
export class Validation {
  readonly #settings: ValidationSettings;
  readonly #history: IssueHistory | undefined;
  readonly #rules: readonly ReportRule[];
  readonly #startedAt: string;
  readonly #files: FileFigures[] = [];
  readonly #started = performance.now();

  private constructor(settings: ValidationSettings, history: IssueHistory | undefined) {
    this.#settings = settings;
    this.#history = history;
    this.#rules = reportRules(settings.rules);
    this.#startedAt = new Date().toISOString();
  }

  /** @throws IssueHistoryError when the history can't be used */
  static async begin(settings: ValidationSettings): Promise<Validation> {
    const { context, asOf, identify, failOn, history, reports } = settings;
    const opened =
      history === undefined ? undefined : await openIssueHistory(resolve(context.io.cwd, history));
    const validation = new Validation(settings, opened);
    await reports.begin({
      tool: { name: 'rollbook', version },
      startedAt: validation.#startedAt,
      asOf,
      identify,
      failOn,
      rules: validation.#rules,
    });
    return validation;
  }

  /** One file. Throws only what ends the whole command. */
  async file(path: string): Promise<Validated> {
    const { context, parse, rules, asOf } = this.#settings;
    const started = performance.now();
    const name = nameOf(path);
    const facts = { ...noFacts };
    let checking: Checking | undefined;
    const tried = await attempt(context, async () => {
      const source = await openInput(context, path);
      facts.size = source.size;
      const parser = withOptions(await chooseParser(source, parse.named), parse.options);
      facts.format = parser.id;
      // Known beforehand, the same file again is not compared with itself.
      if (this.#history !== undefined) await digestFirst(source, context.signal);
      checking = await this.#begin({ path, name }, source.knownDigest?.sha256);
      const bar = startProgress(context, labelOf(path), source.size);
      try {
        const { signal } = context;
        let records = 0;
        const onProgress = (bytesRead: number): void => bar.update({ bytesRead, records, doing: 'checking' });
        for await (const batch of validateBatches(parser.parse(source, { signal, onProgress }), {
          ...rules,
          asOf,
        })) {
          await checking.add(batch);
          ({ records } = checking);
        }
      } finally {
        bar.stop();
        facts.version = checking.version;
        Object.assign(facts, source.knownDigest);
      }
    });
    checking ??= await this.#begin({ path, name });
    const seconds = (performance.now() - started) / 1000;
    return this.#end(checking, { ...facts, seconds }, tried.failure);
  }

  /** What the schools of a store hold of the same people. */
  async store(loader: Loader): Promise<Validated> {
    const { context, rules, asOf } = this.#settings;
    const started = performance.now();
    const checking = await this.#begin({ path: null, name: null });
    for (const by of ['upn', 'identity'] satisfies PersonGrouping[]) {
      const people = loader.people({ by, signal: context.signal });
      for await (const found of validatePeople(people, { ...rules, asOf }))
        await checking.addAcrossSchools(found);
    }
    return this.#end(checking, { ...noFacts, seconds: (performance.now() - started) / 1000 }, undefined);
  }

  /** Ends the reports. */
  async end(): Promise<void> {
    const { reports, failOn } = this.#settings;
    const read = this.#files.filter(({ error }) => error === null);
    const issues = { error: 0, query: 0, info: 0 };
    for (const file of read) {
      for (const severity of ['error', 'query', 'info'] as const) issues[severity] += file.issues[severity];
    }
    const figures: RunFigures = {
      files: this.#files.length,
      unreadable: this.#files.length - read.length,
      records: read.reduce((sum, { records }) => sum + records, 0),
      issues,
      seconds: (performance.now() - this.#started) / 1000,
      passed:
        read.length === this.#files.length && issues.error + (failOn === 'query' ? issues.query : 0) === 0,
    };
    await reports.end(figures);
  }

  /** Takes away reports that were not ended. */
  abandon(): Promise<void> {
    return this.#settings.reports.abandon();
  }

  async #begin(file: ReportFile, sha256?: string): Promise<Checking> {
    const { reports, maxIssues, places, asOf } = this.#settings;
    await reports.beginFile(file);
    const comparer = this.#history?.comparer({
      name: file.name,
      sha256,
      checkedAt: this.#startedAt,
      asOf,
      rules: this.#rules.map(({ code }) => code),
    });
    return new Checking(reports, createFileCollector({ file, maxIssues, comparer }), places, comparer);
  }

  async #end(checking: Checking, facts: CollectedFacts, failure: Failure | undefined): Promise<Validated> {
    const ended = await checking.end(facts, failure);
    this.#files.push(ended.figures);
    return ended;
  }
}

const noFacts: { sha256: string | null; size: number | null; format: string | null; version: string | null } =
  {
    sha256: null,
    size: null,
    format: null,
    version: null,
  };

/** One file on its way into the reports. */
class Checking {
  readonly #reports: ValidationReports;
  readonly #collector: FileCollector;
  readonly #comparer: FileComparer | undefined;
  readonly #tally: IssueTally | undefined;
  readonly #places: number;
  records = 0;
  version: string | null = null;

  constructor(
    reports: ValidationReports,
    collector: FileCollector,
    places: number | undefined,
    comparer: FileComparer | undefined,
  ) {
    this.#reports = reports;
    this.#collector = collector;
    this.#comparer = comparer;
    this.#places = places ?? 0;
    this.#tally = places === undefined ? undefined : new IssueTally(places);
  }

  async add(batch: Batch): Promise<void> {
    for (const item of batch) {
      if (!isRecord(item)) this.#tally?.add(item);
      else {
        this.records++;
        this.version ??= item.provenance.file.version ?? null;
      }
    }
    await this.#reports.issues(this.#collector.add(batch));
  }

  async addAcrossSchools(found: Parameters<FileCollector['addAcrossSchools']>[0]): Promise<void> {
    for (const { issue } of found) this.#tally?.add(issue);
    await this.#reports.issues(this.#collector.addAcrossSchools(found));
  }

  async end(facts: CollectedFacts, failure: Failure | undefined): Promise<Validated> {
    const error = failure === undefined ? null : failureJson(failure);
    const { rest, figures } = this.#collector.finish({ ...facts, error });
    await this.#reports.issues(rest);
    await this.#reports.endFile(figures);
    // A file that could not be read whole is no file to compare the next one with.
    const forgotten = failure === undefined && this.#comparer?.save() === false;
    return {
      forgotten,
      figures,
      failure,
      groups: this.#tally && shareOut(this.#tally.groups(), this.#places),
    };
  }
}

/** The rules that run, as reports name them. */
function reportRules({ rules, severities }: RuleSet): ReportRule[] {
  return rules.flatMap(({ code, title, severity, help, source }) => {
    const set = severities[code] ?? severity;
    if (set === 'off') return [];
    return [
      {
        code,
        title,
        severity: set,
        help,
        packs: packsOf(code),
        source: `${source.document}: ${source.section}`,
      },
    ];
  });
}
