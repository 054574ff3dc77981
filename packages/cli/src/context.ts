import { IssueHistoryError } from '@rollbook/validate/reports';
import { coloursFor, type Colours } from './colours.js';
import { failureOf, OutputClosedError, OutputFailedError, type Failure } from './errors.js';
import type { Io } from './io.js';
import { Output } from './output.js';
import { placeText, plain } from './text.js';

/** What every command is given. */
export interface Context {
  readonly io: Io;
  readonly out: Output;
  readonly err: Output;
  readonly signal: AbortSignal;
  readonly outColours: Colours;
  readonly errColours: Colours;
}

export function createContext(io: Io): Context {
  const signal = io.signal ?? new AbortController().signal;
  return {
    io,
    out: new Output(io.stdout, signal),
    err: new Output(io.stderr),
    signal,
    outColours: coloursFor(io.stdout, io.env),
    errColours: coloursFor(io.stderr, io.env),
  };
}

/** What came of something that may fail: its value, or the failure and the error that it was. */
export type Attempt<T> =
  | { readonly value: T; readonly failure?: undefined }
  | { readonly failure: Failure; readonly error: unknown };

/** Catches what concerns one file, so that the next can be done; not what ends the whole command. */
export async function attempt<T>(context: Context, work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof OutputClosedError || error instanceof OutputFailedError) throw error;
    if (error instanceof IssueHistoryError) throw error;
    debug(context, error);
    return { failure: failureOf(error), error };
  }
}

/** `FILE: message (line L, column C)` and, below, what to do about it. */
export async function tellFailure(context: Context, about: string, failure: Failure): Promise<void> {
  const { errColours: colours, err } = context;
  const place = placeText(failure.place);
  const message = place === '' ? failure.message : `${withoutLine(failure.message)} (${place})`;
  const help = failure.help === '' ? '' : `  ${failure.help}\n`;
  await err.write(`${colours.bold(`${plain(about)}:`)} ${colours.red(message)}\n${help}`);
}

/** Some messages begin with their line, which stands behind them here. */
function withoutLine(message: string): string {
  const text = message.replace(/^Line \d+: /, '').replace(/\.$/, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** One object: on a line of its own in a pipe, laid out on a terminal. */
export async function writeJson({ out }: Context, value: unknown): Promise<void> {
  await out.write(`${JSON.stringify(value, null, out.isTerminal ? 2 : 0)}\n`);
}

/** Where an error came from, for whoever asked for it. */
export function debug({ io, err }: Context, error: unknown): void {
  const wanted = io.env.ROLLBOOK_DEBUG;
  if (wanted === undefined || wanted === '' || wanted === '0') return;
  err.writeNow(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
