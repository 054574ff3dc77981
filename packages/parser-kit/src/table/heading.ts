const KEYS = new Map<string, string>();
const MOST_KEYS = 20_000;

/** `_x0020_` and the like stand for a character that a name of XML can't hold (.NET's XmlConvert). */
export function decodeXmlName(name: string): string {
  if (!name.includes('_x')) return name;
  return name.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * A heading as it is compared: case, spaces, punctuation and XML's escapes make no difference, so that
 * `Legal_x0020_Surname`, `LEGAL SURNAME` and `LegalSurname` are one. `%` and `+` count, since they change the meaning.
 */
export function headingKey(heading: string): string {
  let key = KEYS.get(heading);
  if (key === undefined) {
    key = decodeXmlName(heading)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}%+/\\#]/gu, '');
    // A slash between letters is punctuation; alone it is an attendance code
    if (key.length > 1) key = key.replace(/[/\\#]/g, '');
    if (KEYS.size < MOST_KEYS) KEYS.set(heading, key);
  }
  return key;
}

/** `Reason 2` as `reason` and 2; a heading without a number at its end has none. Two digits at most. */
export function numberedKey(key: string): { readonly key: string; readonly number: number } | undefined {
  const match = /^(.*?\D)(\d{1,2})$/.exec(key);
  return match === null ? undefined : { key: match[1] as string, number: Number(match[2]) };
}
