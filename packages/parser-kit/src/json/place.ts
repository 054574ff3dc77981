/** Line and column in a text that comes in pieces. A line ends in LF, CRLF or CR. */
export class JsonPlace {
  private text = '';
  /** Offset of `text` in the document. */
  private base = 0;
  private line = 1;
  /** Offset in the document at which the line starts. */
  private lineStart = 0;
  /** Up to where in `text` lines are counted; it only grows. */
  private counted = 0;
  private feed = -1;
  private back = -1;
  private afterReturn = false;
  private markedLine = 1;
  private markedColumn = 1;

  /** The next piece of the text. */
  piece(text: string): void {
    this.count(this.text.length);
    this.afterReturn = this.text === '' ? this.afterReturn : this.text.endsWith('\r');
    this.base += this.text.length;
    this.text = text;
    this.counted = 0;
    this.feed = -1;
    this.back = -1;
    if (this.afterReturn && text.startsWith('\n')) {
      this.counted = 1;
      this.lineStart = this.base + 1;
    }
  }

  /** Remembers an index of the piece; indexes come in order. */
  mark(i: number): void {
    const { line, column } = this.at(i);
    this.markedLine = line;
    this.markedColumn = column;
  }

  marked(): { line: number; column: number } {
    return { line: this.markedLine, column: this.markedColumn };
  }

  at(i: number): { line: number; column: number } {
    this.count(i);
    return { line: this.line, column: this.base + i - this.lineStart + 1 };
  }

  end(): { line: number; column: number } {
    return this.at(this.text.length);
  }

  /** Of an index of a text that begins at the mark. */
  inside(text: string, i: number): { line: number; column: number } {
    const before = text.slice(0, i).split(/\r\n|\r|\n/);
    const last = before[before.length - 1] ?? '';
    return before.length === 1
      ? { line: this.markedLine, column: this.markedColumn + i }
      : { line: this.markedLine + before.length - 1, column: last.length + 1 };
  }

  private count(to: number): void {
    const text = this.text;
    for (;;) {
      if (this.feed < this.counted) this.feed = find(text, '\n', this.counted);
      if (this.back < this.counted) this.back = find(text, '\r', this.counted);
      const end = Math.min(this.feed, this.back);
      if (end >= to) break;
      this.line++;
      this.counted = end === this.back && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
      this.lineStart = this.base + this.counted;
    }
  }
}

function find(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found === -1 ? text.length : found;
}
