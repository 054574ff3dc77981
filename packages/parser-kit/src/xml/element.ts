/** Stands for "no children" on every leaf, so that a leaf costs no array. */
export const noChildren: readonly XmlElement[] = Object.freeze([]);

/** Attributes by their name as written (`xsi:nil` keeps its prefix). It has no prototype. */
export type XmlAttributes = Readonly<Record<string, string>>;

/**
 * One element with all that it holds. `text` is its own character data, entities and CDATA resolved, line ends
 * as LF, untrimmed; in an element with child elements, runs of white space between tags are left out, so that
 * `text` is empty unless the content is truly mixed.
 */
export class XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  readonly prefix: string | undefined;
  readonly attributes: XmlAttributes | undefined;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** Line and column of the `<` of its start tag, both from 1; the column counts UTF-16 units. */
  readonly line: number;
  readonly column: number;

  constructor(
    name: string,
    prefix: string | undefined,
    attributes: XmlAttributes | undefined,
    children: readonly XmlElement[],
    text: string,
    line: number,
    column: number,
  ) {
    this.name = name;
    this.prefix = prefix;
    this.attributes = attributes;
    this.children = children;
    this.text = text;
    this.line = line;
    this.column = column;
  }
}

/** An element that the caller asked for, with where it stood. */
export interface XmlRecord {
  /** Such as `/CTFile/CTFpupilData/Pupil[12]`: the record's own step always has its position, an ancestor only from the second on. */
  readonly path: string;
  readonly element: XmlElement;
}

/** What `onRoot` hears: the root element's start tag. */
export type XmlRoot = Pick<XmlElement, 'name' | 'prefix' | 'attributes' | 'line' | 'column'>;
