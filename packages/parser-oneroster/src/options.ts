import type { ParseOptions } from '@rollbook/parser-kit';
import type { OneRosterLinks } from './links.js';

export interface OneRosterParseOptions extends ParseOptions {
  /** LAESTAB of the school, seven digits, for records whose organisation has none. */
  readonly school?: string;
  /**
   * What the files of one set tell of each other. Give the same one to each file and read them in the order orgs, roles,
   * classes, users, then the rest.
   */
  readonly links?: OneRosterLinks;
}
