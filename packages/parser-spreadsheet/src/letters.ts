/** `A` for 0, `Z` for 25, `AA` for 26: a column as spreadsheet programs call it. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** 0 for `A`; undefined for what is no column of a spreadsheet. */
export function columnIndex(letter: string): number | undefined {
  if (!/^[A-Z]{1,3}$/.test(letter)) return undefined;
  let index = 0;
  for (const each of letter) index = index * 26 + each.charCodeAt(0) - 64;
  return index <= 16_384 ? index - 1 : undefined;
}
