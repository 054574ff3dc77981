import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, basename, join, resolve } from 'node:path';
import type { Context } from './context.js';
import { OutputFailedError, systemCode, UsageError } from './errors.js';

/** Where a report goes: standard output, or a file that is there only when it is whole. */
export interface ReportOutput {
  write(text: string | Uint8Array): Promise<void>;
  /** Puts a file in its place. */
  done(): Promise<void>;
  /** Takes away what was written of a file; harmless after `done`. */
  abandon(): Promise<void>;
}

/** Standard output as a place for a report. */
export function reportToStdout({ out }: Context): ReportOutput {
  return {
    write: (text) =>
      text.length === 0
        ? Promise.resolve()
        : out.write(typeof text === 'string' ? text : Buffer.from(text).toString()),
    done: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  };
}

/**
 * A report that grows beside its place and is moved there by `done`, so that whoever finds it has all of it. For its
 * owner's eyes only, where the system knows such a thing.
 *
 * @throws UsageError when it can't be written there, or is one of the files that are read
 */
export async function reportToFile(
  context: Context,
  path: string,
  inputs: readonly string[],
): Promise<ReportOutput> {
  const file = resolve(context.io.cwd, path);
  if (inputs.some((input) => isSameFile(file, resolve(context.io.cwd, input))))
    throw new UsageError(`--out ${path} names a file that is read, which would be lost.`);
  const partial = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.part`);
  let handle: FileHandle | undefined;
  try {
    handle = await open(partial, 'wx', 0o600);
  } catch (error) {
    throw new UsageError(`--out ${path} can't be written (${systemCode(error) ?? 'unknown'}).`);
  }
  const failed = (error: unknown): OutputFailedError =>
    new OutputFailedError(`--out ${path} can't be written (${systemCode(error) ?? 'unknown'}).`);
  const close = async (): Promise<void> => {
    const open = handle;
    handle = undefined;
    await open?.close();
  };
  return {
    async write(text) {
      if (text.length === 0) return;
      try {
        await handle?.writeFile(text);
      } catch (error) {
        throw failed(error);
      }
    },
    async done() {
      try {
        await handle?.sync();
        await close();
        await rename(partial, file);
      } catch (error) {
        throw failed(error);
      }
    },
    async abandon() {
      await close().catch(() => undefined);
      await rm(partial, { force: true }).catch(() => undefined);
    },
  };
}

function isSameFile(a: string, b: string): boolean {
  if (a === b) return true;
  return existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);
}
