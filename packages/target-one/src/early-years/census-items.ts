import type { Issue } from '@rollbook/parser-kit';
import type { EarlyYearsHeader } from './census-header.js';
import type { EarlyYearsChild } from './child.js';
import type { EarlyYearsSetting } from './setting.js';

/** What readers of a return give: its header, then each setting and behind it its children, with issues among them. */
export type EarlyYearsItemRead =
  | { readonly is: 'header'; readonly header: EarlyYearsHeader }
  | { readonly is: 'setting'; readonly setting: EarlyYearsSetting }
  | {
      readonly is: 'child';
      /** URN of the setting that it stands under. */
      readonly urn: string;
      readonly child: EarlyYearsChild;
      /** Line in the file. */
      readonly line: number;
    }
  | { readonly is: 'issue'; readonly issue: Issue };

export type EarlyYearsBatch = readonly EarlyYearsItemRead[];

/** Items in a batch, about. */
export const BATCH = 500;

/** Everything of a return at once; for tests and small files. */
export async function collectEarlyYears(batches: AsyncIterable<EarlyYearsBatch>): Promise<{
  readonly header: EarlyYearsHeader | undefined;
  readonly returns: { readonly setting: EarlyYearsSetting; readonly children: EarlyYearsChild[] }[];
  readonly issues: Issue[];
}> {
  let header: EarlyYearsHeader | undefined;
  const returns: { readonly setting: EarlyYearsSetting; readonly children: EarlyYearsChild[] }[] = [];
  const issues: Issue[] = [];
  for await (const batch of batches) {
    for (const item of batch) {
      if (item.is === 'header') header = item.header;
      else if (item.is === 'setting') returns.push({ setting: item.setting, children: [] });
      // Readers give a setting before its children.
      else if (item.is === 'child') returns.at(-1)?.children.push(item.child);
      else issues.push(item.issue);
    }
  }
  return { header, returns, issues };
}
