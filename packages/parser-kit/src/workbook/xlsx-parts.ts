import type { XmlAttributes } from '../xml/element.js';
import type { XmlHandler } from './xml-events.js';

/** A handler that looks at start tags only. */
abstract class TagHandler implements XmlHandler {
  readonly wantsText = false;
  abstract start(name: string, attributes: XmlAttributes | undefined, depth: number): void;
  end(): void {
    // Not needed.
  }
  text(): void {
    // Not asked for.
  }
}

export interface Relationship {
  readonly id: string;
  /** Last step of the type's URI, such as `worksheet`: it is the same in transitional and strict files. */
  readonly type: string;
  readonly target: string;
}

/** Reads a `.rels` part (ECMA-376-2, 6.5.3). What lies outside the archive (`TargetMode="External"`) is left out. */
export class Relationships extends TagHandler {
  readonly found: Relationship[] = [];

  start(name: string, attributes: XmlAttributes | undefined, depth: number): void {
    if (depth !== 2 || name !== 'Relationship' || attributes?.TargetMode === 'External') return;
    const { Id: id, Type: type, Target: target } = attributes ?? {};
    if (id === undefined || type === undefined || target === undefined) return;
    this.found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target });
  }
}

export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Id of its relationship. */
  readonly relationship: string;
}

/** Reads `workbook.xml`: the sheets in order, and the date system (ECMA-376-1, 18.2.19, 18.2.20, 18.2.28). */
export class WorkbookPart extends TagHandler {
  readonly sheets: ListedSheet[] = [];
  dates1904 = false;
  #group = '';

  start(name: string, attributes: XmlAttributes | undefined, depth: number): void {
    if (depth === 2) {
      this.#group = name;
      if (name === 'workbookPr') this.dates1904 = isTrue(attributes?.date1904);
    } else if (depth === 3 && name === 'sheet' && this.#group === 'sheets') this.#addSheet(attributes);
  }

  #addSheet(attributes: XmlAttributes | undefined): void {
    let relationship: string | undefined;
    // The prefix is `r` by custom only.
    for (const key in attributes) if (key.endsWith(':id')) relationship = attributes[key];
    if (relationship === undefined) return;
    const state = attributes?.state;
    const hidden = state === 'hidden' || state === 'veryHidden';
    this.sheets.push({ name: attributes?.name ?? '', hidden, relationship });
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/**
 * Name of the part that a relationship of `base` points to; undefined when it leads out of the archive. Targets
 * are relative to the part's folder, or absolute with a leading slash.
 */
export function resolveTarget(base: string, target: string): string | undefined {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Name of the part with the relationships of a part: `xl/_rels/workbook.xml.rels`. */
export function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}
