import type { Tree } from '@nx/devkit';

export interface ParserOptions {
  /** The parser's id in kebab-case. */
  readonly name: string;
  /** Who makes the software or format, in kebab-case. */
  readonly supplier: string;
  /** Name of the format, for people; one line. */
  readonly title: string;
  /** Local name of the root element. */
  readonly root: string;
  /** Path of local names from the root to the element of one pupil; the root may lead it. */
  readonly record: string;
}

/**
 * Writes `packages/parser-NAME`, its format document and changeset, and its row in the root README. Rejects, with
 * nothing written, for an option that is no good and for a package or document that is there already.
 */
export declare function parserGenerator(tree: Tree, options: ParserOptions): Promise<void>;
