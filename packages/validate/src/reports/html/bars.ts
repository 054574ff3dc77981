import type { SeverityCounts } from '../report.js';
import type { Markup } from './markup.js';
import { markup } from './markup.js';
import { severities, totalOf } from './severities.js';

/** Narrowest piece that is still seen, in per cent. */
const LEAST = 0.6;

/** A bar in pieces by severity, as long as its share of the longest. It repeats numbers that stand beside it. */
export function severityBar(counts: SeverityCounts, longest: number): Markup {
  const pieces: Markup[] = [];
  let x = 0;
  for (const severity of severities) {
    const count = counts[severity];
    if (count === 0 || longest === 0) continue;
    const width = Math.max((count / longest) * 100, LEAST);
    pieces.push(
      markup`<rect class="${severity}" x="${x.toFixed(2)}%" width="${width.toFixed(2)}%" height="100%"></rect>`,
    );
    x += width;
  }
  return markup`<svg class="bar" width="100%" height="10" aria-hidden="true" focusable="false">${pieces}</svg>`;
}

/** The most issues that one of several has. */
export function longestOf(all: readonly SeverityCounts[]): number {
  return all.reduce((most, counts) => Math.max(most, totalOf(counts)), 0);
}
