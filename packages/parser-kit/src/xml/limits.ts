/** What one document may cost. Lengths are in characters (UTF-16 units) of the source. */
export interface XmlLimits {
  /** Depth of elements, the root being 1. */
  readonly depth: number;
  /** Length of one record, from the `<` of its start tag to the end of its end tag. */
  readonly recordLength: number;
  /** Elements and attributes in one record. */
  readonly recordNodes: number;
  /** Length of one run of text, one CDATA section or one attribute value. */
  readonly textLength: number;
  /** Length of one tag, comment or processing instruction. */
  readonly markupLength: number;
  readonly attributes: number;
  readonly nameLength: number;
}

/**
 * Far above what MIS exports hold (a CTF pupil is about 5 KB; photographs in Base64 reach some MB) and low
 * enough that a hostile file can't fill the memory.
 */
export const defaultXmlLimits: XmlLimits = Object.freeze({
  depth: 64,
  recordLength: 16 * 1024 * 1024,
  recordNodes: 200_000,
  textLength: 4 * 1024 * 1024,
  markupLength: 4 * 1024 * 1024 + 64 * 1024,
  attributes: 256,
  nameLength: 256,
});
