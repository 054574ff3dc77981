/** `Char` of XML 1.0 (5th edition, production 2), for a code point. */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code < 0x110000);
}

/** `NameStartChar` of XML 1.0 (5th edition, production 4), for a code point. */
export function isNameStart(code: number): boolean {
  if (code < 0x80) {
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code === 0x3a;
  }
  return (
    (code >= 0xc0 && code <= 0x2ff && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x1fff && code !== 0x37e) ||
    code === 0x200c ||
    code === 0x200d ||
    (code >= 0x2070 && code <= 0x218f) ||
    (code >= 0x2c00 && code <= 0x2fef) ||
    (code >= 0x3001 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfdcf) ||
    (code >= 0xfdf0 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0xeffff)
  );
}

/** `NameChar` of XML 1.0 (5th edition, production 4a), for a code point. */
export function isNameCharacter(code: number): boolean {
  return (
    isNameStart(code) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2d ||
    code === 0x2e ||
    code === 0xb7 ||
    (code >= 0x300 && code <= 0x36f) ||
    code === 0x203f ||
    code === 0x2040
  );
}

export function isName(text: string): boolean {
  let first = true;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (first ? !isNameStart(code) : !isNameCharacter(code)) return false;
    first = false;
  }
  return !first;
}

/** Index of the first UTF-16 unit that XML can't hold (a lone surrogate counts), or -1. */
export function findForbiddenCharacter(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (!isXmlCharacter(code)) return i;
    if (code > 0xffff) i++;
  }
  return -1;
}

/** What the scanner must look at when it runs over text; 0 is "go on". */
export const TextClass = {
  plain: 0,
  lessThan: 1,
  ampersand: 2,
  lineFeed: 3,
  carriageReturn: 4,
  bracket: 5,
  forbidden: 6,
} as const;

/** {@link TextClass} by UTF-16 unit. Surrogates are plain: the decoder has paired them. */
export const textClasses: Uint8Array = (() => {
  const classes = new Uint8Array(0x10000);
  for (let code = 0; code < 0x20; code++) classes[code] = TextClass.forbidden;
  classes[0x09] = TextClass.plain;
  classes[0x0a] = TextClass.lineFeed;
  classes[0x0d] = TextClass.carriageReturn;
  classes[0x3c] = TextClass.lessThan;
  classes[0x26] = TextClass.ampersand;
  classes[0x5d] = TextClass.bracket;
  classes[0xfffe] = TextClass.forbidden;
  classes[0xffff] = TextClass.forbidden;
  return classes;
})();

/** 1 for the units that end a name. Whether what stands before is a name is asked once per distinct name. */
export const nameEnds: Uint8Array = (() => {
  const ends = new Uint8Array(0x10000);
  for (let code = 0; code <= 0x20; code++) ends[code] = 1;
  for (const character of '/>=<"\'&?') ends[character.charCodeAt(0)] = 1;
  return ends;
})();
