import type { Command } from 'commander';
import { attempt, tellFailure, writeJson, type Context } from '../context.js';
import { detectFormat } from '../detect-format.js';
import { failureJson, type FailureJson } from '../errors.js';
import type { ExitCode } from '../exit-codes.js';
import { worstOf } from '../exit-codes.js';
import { checkPaths, labelOf, nameOf, openInput } from '../input.js';
import { jsonOption } from '../option-values.js';
import { plain } from '../text.js';

/** One file in the output of `detect --json`. */
export interface DetectedFile {
  /** As given on the command line. */
  readonly path: string;
  readonly name: string | null;
  readonly format: string | null;
  readonly title: string | null;
  readonly version: string | null;
  /** From 0 to 1; 0 when no format fits. */
  readonly confidence: number;
  readonly reason: string | null;
  readonly error: FailureJson | null;
}

interface DetectOptions {
  readonly json?: true;
}

export function addDetectCommand(program: Command, context: Context, finish: (code: ExitCode) => void): void {
  program
    .command('detect')
    .description('say what format files are in, by what they hold')
    .argument('<file...>', 'files to look at; - for standard input')
    .addOption(jsonOption())
    .action(async (paths: string[], options: DetectOptions) => finish(await detect(context, paths, options)));
}

async function detect(context: Context, paths: readonly string[], options: DetectOptions): Promise<ExitCode> {
  checkPaths(paths);
  const files: DetectedFile[] = [];
  const codes: ExitCode[] = [];
  for (const path of paths) {
    const seen = { path, name: nameOf(path) };
    const tried = await attempt(context, async () => detectFormat(await openInput(context, path)));
    if (tried.failure !== undefined) {
      codes.push(tried.failure.exitCode);
      await tellFailure(context, labelOf(path), tried.failure);
      const unknown = { format: null, title: null, version: null, confidence: 0, reason: null };
      files.push({ ...seen, ...unknown, error: failureJson(tried.failure) });
      continue;
    }
    const { parser, confidence, reason, version } = tried.value;
    const { id: format, title } = parser;
    files.push({ ...seen, format, title, version: version ?? null, confidence, reason, error: null });
    if (options.json) continue;
    const what = version === undefined ? format : `${format} ${plain(version)}`;
    const { bold } = context.outColours;
    await context.out.write(
      `${bold(`${plain(labelOf(path))}:`)} ${what}, confidence ${confidence} (${plain(reason)})\n`,
    );
  }
  if (options.json) await writeJson(context, { files });
  return worstOf(codes);
}
