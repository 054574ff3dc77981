/** Stand for what ODF writes as elements inside a paragraph. XML can't hold them, so that no text has them. */
const space = '\u0001';
const tab = '\u0002';
const lineBreak = '\u0003';
/** Most spaces that one `text:s` may stand for; a cell has no more than 32,767 characters. */
const mostSpaces = 32_767;

/**
 * Text of a cell: its paragraphs joined by a line feed. White space in the XML counts as one space and not at all
 * at the ends of a paragraph; what is meant to stand there has elements (ODF 1.3 part 3, 6.1.2).
 */
export class ParagraphText {
  #paragraphs: string | undefined;
  #now = '';

  clear(): void {
    this.#paragraphs = undefined;
    this.#now = '';
  }

  add(text: string): void {
    this.#now += text;
  }

  /** An element inside a paragraph. `count` is the attribute `text:c`. */
  addElement(name: string, count: string | undefined): void {
    if (name === 's') {
      const times = count === undefined ? 1 : Number(count);
      if (Number.isInteger(times) && times > 0) this.#now += space.repeat(Math.min(times, mostSpaces));
    } else if (name === 'tab') this.#now += tab;
    else if (name === 'line-break') this.#now += lineBreak;
  }

  endParagraph(): void {
    const paragraph = this.#now
      .replace(/[ \t\n\r]+/g, ' ')
      .replace(/^ | $/g, '')
      // eslint-disable-next-line no-control-regex -- the stand-ins above
      .replace(/[\u0001-\u0003]/g, (mark) => (mark === space ? ' ' : mark === tab ? '\t' : '\n'));
    this.#now = '';
    this.#paragraphs = this.#paragraphs === undefined ? paragraph : `${this.#paragraphs}\n${paragraph}`;
  }

  /** '' without a paragraph. */
  get text(): string {
    return this.#paragraphs ?? '';
  }
}
