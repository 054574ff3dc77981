import pc from 'picocolors';
import type { Io, OutputStream } from './io.js';

export type Colours = ReturnType<typeof pc.createColors>;

/** Colours for a stream: on a terminal, unless NO_COLOR (https://no-color.org) or `TERM=dumb` says otherwise. */
export function coloursFor(stream: OutputStream, env: Io['env']): Colours {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return pc.createColors(false);
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return pc.createColors(forced !== '0');
  return pc.createColors(stream.isTTY === true && env.TERM !== 'dumb');
}
