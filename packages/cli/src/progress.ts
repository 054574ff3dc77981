import cliProgress from 'cli-progress';
import type { Context } from './context.js';
import { bytes, count, plain } from './text.js';

/** How far one file has come. */
export interface ProgressState {
  readonly bytesRead: number;
  readonly records: number;
  /** What is done at the moment: `reading`, `storing`. */
  readonly doing: string;
}

export interface ProgressBar {
  update(state: ProgressState): void;
  /** Takes the bar off the screen. Calling it twice is fine. */
  stop(): void;
}

const silent: ProgressBar = { update: () => undefined, stop: () => undefined };

/**
 * A bar on standard error for one file; nothing at all where that is no terminal.
 *
 * @param size bytes of the file; null when nobody knows, as for standard input
 */
export function startProgress(context: Context, name: string, size: number | null): ProgressBar {
  const { io, err } = context;
  if (!err.isTerminal || io.env.TERM === 'dumb') return silent;
  const figures = `{read}${size === null ? '' : ` of ${bytes(size)}`}, {records} records, {doing}`;
  const bar = new cliProgress.SingleBar({
    stream: io.stderr,
    format: size === null ? `{name}  ${figures}` : `{name} [{bar}] {percentage}%  ${figures}`,
    barsize: 24,
    fps: 8,
    clearOnComplete: true,
    hideCursor: true,
    // A size of nothing would be finished before it starts.
    emptyOnZero: true,
  });
  bar.start(size ?? 0, 0, { name: plain(name), read: bytes(0), records: '0', doing: 'reading' });
  return {
    update: ({ bytesRead, records, doing }) =>
      bar.update(bytesRead, { read: bytes(bytesRead), records: count(records), doing }),
    stop: () => bar.stop(),
  };
}
