import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { jobSchema, loadSettingsSchema } from './wire.js';

/** A job as it stands on the disk: what callers see, whose it is, and how to do it. It holds no pupil's data. */
const storedJobSchema = jobSchema.extend({
  keyId: z.string(),
  settings: loadSettingsSchema,
  /** LAESTABs that the file may be about, as the key had them when it was sent. */
  schools: z.union([z.literal('*'), z.array(z.string())]),
});
export type StoredJob = z.infer<typeof storedJobSchema>;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Jobs and their files in a folder, so that a service that was killed goes on where it stopped. A file of a job is written
 * beside its place and moved there when whole.
 */
export class JobStore {
  private constructor(
    private readonly jobs: string,
    private readonly files: string,
  ) {}

  static async open(folder: string): Promise<JobStore> {
    const store = new JobStore(join(folder, 'jobs'), join(folder, 'files'));
    for (const path of [store.jobs, store.files]) await mkdir(path, { recursive: true, mode: 0o700 });
    return store;
  }

  /** Where the file of a job stands. Made of the id alone: a name from outside is never part of a path. */
  fileOf(jobId: string): string {
    return join(this.files, checked(jobId));
  }

  async write(job: StoredJob): Promise<void> {
    const path = join(this.jobs, `${checked(job.jobId)}.json`);
    await writeFile(`${path}.new`, JSON.stringify(job), { mode: 0o600 });
    await rename(`${path}.new`, path);
  }

  async read(jobId: string): Promise<StoredJob | undefined> {
    if (!ID.test(jobId)) return undefined;
    const text = await readFile(join(this.jobs, `${jobId}.json`), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : storedJobSchema.parse(JSON.parse(text));
  }

  /** All jobs, the oldest first. What is no job of ours is passed over. */
  async all(): Promise<StoredJob[]> {
    const jobs: StoredJob[] = [];
    for (const name of await readdir(this.jobs)) {
      if (!name.endsWith('.json')) continue;
      const job = await this.read(name.slice(0, -'.json'.length)).catch(() => undefined);
      if (job) jobs.push(job);
    }
    return jobs.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  async dropFile(jobId: string): Promise<void> {
    await rm(this.fileOf(jobId), { force: true });
  }

  /** Files of no job that still needs one: of a request that broke off, or of a service killed in between. */
  async dropStrayFiles(): Promise<void> {
    const wanted = new Set(
      (await this.all())
        .filter(({ state }) => state === 'queued' || state === 'running')
        .map(({ jobId }) => jobId),
    );
    for (const name of await readdir(this.files)) {
      if (!wanted.has(name)) await rm(join(this.files, name), { force: true });
    }
  }

  async remove(jobId: string): Promise<void> {
    await this.dropFile(jobId);
    await rm(join(this.jobs, `${checked(jobId)}.json`), { force: true });
  }
}

function checked(jobId: string): string {
  if (!ID.test(jobId)) throw new RangeError('That is no id of a job.');
  return jobId;
}
