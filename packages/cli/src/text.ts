import type { Place } from '@rollbook/model';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** `1234567` as `1,234,567`. */
export function count(number: number): string {
  return whole.format(number);
}

/** `1 record`, `2 records`; `plural` for what doesn't take an s. */
export function counted(number: number, singular: string, plural = `${singular}s`): string {
  return `${count(number)} ${number === 1 ? singular : plural}`;
}

export function bytes(size: number): string {
  return size < 1_000_000 ? `${count(Math.ceil(size / 1000))} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}

/** Seconds as a person reads them: `0.42 s`, `75 s`. */
export function duration(seconds: number): string {
  return seconds < 10 ? `${seconds.toFixed(2)} s` : `${count(seconds)} s`;
}

/**
 * Text out of a file or a file's name, for a terminal: characters that would steer it, or turn the direction of
 * writing, become U+FFFD.
 */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what must not reach the terminal
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** `line 3, column 5`, `sheet Pupils, row 7`; empty for a place that says nothing. The path only if there is no line or row. */
export function placeText(place: Place): string {
  const parts = [
    place.sheet === undefined ? '' : `sheet ${plain(place.sheet)}`,
    place.line === undefined ? '' : `line ${place.line}`,
    place.row === undefined ? '' : `row ${place.row}`,
    place.column === undefined ? '' : `column ${place.column}`,
    place.columnName === undefined ? '' : `column ${plain(place.columnName)}`,
  ].filter((part) => part !== '');
  if (parts.length === 0 && place.path !== undefined) return plain(place.path);
  return parts.join(', ');
}

/** Rows as lines, in columns two spaces apart; figures stand to the right. */
export function table(rows: readonly (readonly string[])[], toTheRight: readonly number[] = []): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  }
  const right = new Set(toTheRight);
  return rows
    .map((row) =>
      row
        .map((cell, index) => {
          const width = widths[index] ?? 0;
          return right.has(index) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
