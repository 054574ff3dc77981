/** True for what is absent, empty, or white space alone. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
