import type { Target } from './target.js';

export type { Counts, Target } from './target.js';

interface TargetInfo {
  /** As a person reads it in the table. */
  readonly title: string;
  /** Part of Rollbook, or something to compare with. */
  readonly own: boolean;
  /** Holds the whole document in memory, so that large files are out of its reach. */
  readonly wholeDocument: boolean;
  /** Loaded when asked for: a process must not pay memory for what it doesn't measure. */
  readonly load: () => Promise<Target>;
}

export const targets = {
  parse: {
    title: 'parse',
    own: true,
    wholeDocument: false,
    load: async () => (await import('./parse.js')).parseTarget,
  },
  validate: {
    title: 'parse + validate',
    own: true,
    wholeDocument: false,
    load: async () => (await import('./validate.js')).validateTarget,
  },
  load: {
    title: 'parse + validate + load',
    own: true,
    wholeDocument: false,
    load: async () => (await import('./load.js')).createLoadTarget(),
  },
  'fast-xml-parser': {
    title: 'fast-xml-parser, read only',
    own: false,
    wholeDocument: true,
    load: async () => (await import('./fast-xml-parser.js')).fastXmlParserTarget,
  },
  saxes: {
    title: 'saxes, read only',
    own: false,
    wholeDocument: false,
    load: async () => (await import('./saxes.js')).saxesTarget,
  },
  sax: {
    title: 'sax, read only',
    own: false,
    wholeDocument: false,
    load: async () => (await import('./sax.js')).saxTarget,
  },
} satisfies Record<string, TargetInfo>;

export type TargetId = keyof typeof targets;
export const targetIds = Object.keys(targets) as readonly TargetId[];

export function isTargetId(text: string): text is TargetId {
  return Object.hasOwn(targets, text);
}
