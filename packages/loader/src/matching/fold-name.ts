/**
 * A name for comparison alone: without case, accents, hyphens, apostrophes, full stops and spaces, by which the same name is
 * often told apart in two systems. What a school sent is kept as it is.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\s\p{Pd}'’‘`´.]/gu, '')
    .toLowerCase();
}
