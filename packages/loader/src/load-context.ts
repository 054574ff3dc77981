import type { RecordKind } from '@rollbook/model';
import { sqlName } from './kind-tables.js';
import type { LoaderSettings } from './loader-settings.js';

/** Whether a file says all that there is about its schools, so that what it leaves out has gone, or only some. */
export const loadScopes = ['full', 'partial'] as const;
export type LoadScope = (typeof loadScopes)[number];

/** The schema of the tables that a load stages its file in. */
export const STAGE_SCHEMA = 'rollbook_stage';

/**
 * Names of the tables that a load works with, qualified and quoted. They come from the load's number and the
 * model's kinds alone, so that nothing of a file is ever part of a statement.
 */
export class StageTables {
  /** What begins the names of all tables of the load. */
  readonly prefix: string;
  readonly issues: string;

  /**
   * Tables of the merging transaction alone, temporary: which staged records are rejected and why, which say
   * again what one before them said, and the pupils in quarantine. {@link openRejections} makes them.
   */
  readonly rejected = 'pg_temp."rejected"';
  readonly repeated = 'pg_temp."repeated"';
  readonly rejectedPupil = 'pg_temp."rejected_pupil"';

  constructor(readonly loadId: number) {
    if (!Number.isSafeInteger(loadId) || loadId < 0) throw new RangeError('A load has no such number.');
    this.prefix = `l${loadId}_`;
    this.issues = `${STAGE_SCHEMA}."${this.prefix}issue"`;
  }

  /** The table of the load's records of a kind. It is there only when the kind occurred. */
  of(kind: RecordKind): string {
    return `${STAGE_SCHEMA}."${this.prefix}${sqlName(kind)}"`;
  }
}

/** What matching and merging know of a load. All of it is remembered with the ledger row. */
export interface LoadContext {
  readonly loadId: number;
  readonly stages: StageTables;
  /** Staged records of each kind that occurred. */
  readonly received: ReadonlyMap<RecordKind, number>;
  /** As the store's columns have them, sorted; the empty string for records of no known school. */
  readonly schools: readonly string[];
  /** As of when the file is: ISO 8601, UTC. Of two files, the one that is older never replaces what the newer says. */
  readonly asOf: string;
  readonly scope: LoadScope;
  readonly settings: LoaderSettings;
  readonly signal?: AbortSignal | undefined;
}
