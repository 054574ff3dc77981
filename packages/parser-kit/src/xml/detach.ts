/**
 * A copy that holds nothing but itself. V8 lets a slice of 13 characters or more point into the string it was
 * cut from, so that one kept UPN would keep a whole chunk of the file alive. The XML reader detaches what it
 * gives out; use this for text that you cut yourself and keep beyond the batch.
 */
export function detach(text: string): string {
  // The concatenation is flattened into a new string when it is cut, and the cut points into that one.
  return text.length < shortestSlice ? text : (' ' + text).slice(1);
}

/** V8 copies shorter slices anyway (SlicedString::kMinLength). */
export const shortestSlice = 13;
