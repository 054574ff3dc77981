import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { JobStore, StoredJob } from './job-store.js';
import { loadFailure, runLoad, type LoadDependencies } from './run-load.js';

export interface JobQueueOptions extends LoadDependencies {
  readonly store: JobStore;
  readonly log: FastifyBaseLogger;
  /** Loads that run at once. */
  readonly concurrency: number;
  /** Milliseconds for which a finished job can be asked for. */
  readonly keepFor: number;
}

/** Runs jobs in the order in which they came, some at once. What stands on the disk counts: see {@link JobStore}. */
export class JobQueue {
  readonly #waiting: string[] = [];
  /** A job is undefined until it was read from the disk. */
  readonly #running = new Map<string, { job: StoredJob | undefined; ended: Promise<void> }>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #stop = new AbortController();
  /** False while loads that an earlier process left are being finished. */
  #open = false;
  #resuming: Promise<void> = Promise.resolve();

  constructor(private readonly options: JobQueueOptions) {}

  /** Takes up the jobs that an earlier process left. A load is idempotent, so one that was half done is done again. */
  async start(): Promise<void> {
    await this.options.store.dropStrayFiles();
    for (const job of await this.options.store.all()) {
      if (job.state === 'queued' || job.state === 'running') this.#waiting.push(job.jobId);
    }
    // First, so that a job whose load stands half way finds it finished, and is a repeat.
    this.#resuming = this.options.loader
      .resume({ signal: this.#stop.signal })
      .then(
        (settled) => {
          if (settled.length > 0) this.options.log.info({ loads: settled.length }, 'resumed');
        },
        (error: unknown) => {
          this.options.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'not resumed');
        },
      )
      .then(() => {
        this.#open = true;
        this.#next();
      });
  }

  async add(job: StoredJob): Promise<void> {
    await this.options.store.write(job);
    this.#waiting.push(job.jobId);
    this.#next();
  }

  /** A job with its progress. */
  async find(jobId: string): Promise<StoredJob | undefined> {
    return this.#running.get(jobId)?.job ?? this.options.store.read(jobId);
  }

  /** Waits until the job has ended, or so many milliseconds. */
  async wait(jobId: string, milliseconds: number): Promise<void> {
    const job = await this.find(jobId);
    if (!job || job.state === 'done' || job.state === 'failed') return;
    const timer = new AbortController();
    const set = this.#watchers.get(jobId) ?? new Set();
    this.#watchers.set(jobId, set);
    let wake: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      wake = resolve;
      set.add(resolve);
    });
    await Promise.race([
      ended,
      delay(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
    timer.abort();
    set.delete(wake);
    if (set.size === 0) this.#watchers.delete(jobId);
  }

  /** Removes finished jobs that are old enough. */
  async tidy(now: number = Date.now()): Promise<void> {
    for (const { jobId, finishedAt } of await this.options.store.all()) {
      if (finishedAt !== null && Date.parse(finishedAt) + this.options.keepFor < now) {
        await this.options.store.remove(jobId);
      }
    }
  }

  /** Breaks off what runs; the next start takes it up again. */
  async close(): Promise<void> {
    this.#stop.abort(new Error('The service is being closed.'));
    this.#waiting.length = 0;
    await this.#resuming;
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  #next(): void {
    while (this.#open && this.#running.size < this.options.concurrency && !this.#stop.signal.aborted) {
      const jobId = this.#waiting.shift();
      if (jobId === undefined) return;
      // Held from here on, so that the place is taken before the first await.
      const held: { job: StoredJob | undefined; ended: Promise<void> } = {
        job: undefined,
        ended: Promise.resolve(),
      };
      this.#running.set(jobId, held);
      held.ended = this.#run(jobId, held)
        .catch((error: unknown) => {
          this.options.log.error(
            { jobId, error: error instanceof Error ? error.name : 'unknown' },
            'job lost',
          );
        })
        .finally(() => {
          this.#running.delete(jobId);
          for (const wake of this.#watchers.get(jobId) ?? []) wake();
          this.#next();
        });
    }
  }

  async #run(jobId: string, held: { job: StoredJob | undefined }): Promise<void> {
    const { store, log } = this.options;
    const found = await store.read(jobId);
    if (!found) return;
    let job: StoredJob = { ...found, state: 'running', startedAt: new Date().toISOString() };
    held.job = job;
    await store.write(job);
    try {
      const result = await runLoad(job, store.fileOf(jobId), this.options, this.#stop.signal, (progress) => {
        const { received, issues, bytesRead } = progress;
        held.job = { ...job, progress: { received, issues, bytesRead } };
      });
      const { loadId, loaded, unchanged, quarantined, seconds } = result;
      log.info({ jobId, loadId, loaded, unchanged, quarantined, seconds }, 'loaded');
      job = {
        ...job,
        state: 'done',
        result,
        school: result.school ?? job.school,
        format: result.file.format,
      };
    } catch (error) {
      // Closed, not failed: it stays on the disk as running, for the next start.
      if (this.#stop.signal.aborted) return;
      const failure = loadFailure(error);
      log.warn({ jobId, code: failure.code }, 'not loaded');
      job = { ...job, state: 'failed', failure };
    }
    job = { ...job, finishedAt: new Date().toISOString(), progress: null };
    held.job = job;
    await store.write(job);
    await store.dropFile(jobId);
  }
}
