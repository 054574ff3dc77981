import type { Markup } from './markup.js';
import { markup, type MarkupPart } from './markup.js';
import type { IssueFilter } from './issue-list.js';

/** A link to the list of issues that narrows it down; what it doesn't say is set back to all. */
export function issuesLink(filter: Partial<IssueFilter>, content: MarkupPart, label?: string): Markup {
  return markup`<a class="pick" href="#issues" data-filter="${JSON.stringify(filter)}"${
    label === undefined ? null : markup` aria-label="${label}"`
  }>${content}</a>`;
}

/** Attribute that makes a whole row a way to the list, for pointers; its link is for everybody. */
export function pickable(filter: Partial<IssueFilter>): Markup {
  return markup` data-pick="${JSON.stringify(filter)}"`;
}

/** A word with the sign of a severity before it. */
export function severityTag(severity: string, content: MarkupPart): Markup {
  return markup`<span class="tag ${severity}">${content}</span>`;
}
