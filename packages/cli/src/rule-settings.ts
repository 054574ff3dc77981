import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseRuleConfig, RuleConfigError, ruleSetOf, ruleSetText, type RuleSet } from '@rollbook/validate';
import { Option } from 'commander';
import type { Context } from './context.js';
import { systemCode, UsageError } from './errors.js';

/** A council writes some hundred lines. */
const MOST_BYTES = 4_000_000;

/** The rules that files are held to. */
export interface RuleSettings {
  readonly ruleSet: RuleSet;
  /** The same for the same settings; empty when none were given. */
  readonly text: string;
}

export const rulesOption = (): Option =>
  new Option(
    '--rules <config>',
    'the council’s own settings of the rules, YAML or JSON: docs/rules-config.md; all rules when not given',
  );

/** @throws UsageError when the file can't be read or has faults */
export async function ruleSettings(context: Context, path: string | undefined): Promise<RuleSettings> {
  if (path === undefined) return { ruleSet: ruleSetOf(), text: '' };
  const file = resolve(context.io.cwd, path);
  let text: string;
  try {
    if ((await stat(file)).size > MOST_BYTES)
      throw new UsageError(`--rules ${path} is too large for settings of rules.`);
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--rules ${path} can't be read (${systemCode(error) ?? 'unknown'}).`);
  }
  try {
    const config = parseRuleConfig(text);
    return { ruleSet: ruleSetOf(config), text: ruleSetText(config) };
  } catch (error) {
    if (!(error instanceof RuleConfigError)) throw error;
    throw new UsageError(`--rules ${path}:\n  ${error.message.replaceAll('\n', '\n  ')}`);
  }
}
