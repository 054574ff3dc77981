const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Without the characters that XML 1.0 (section 2.2, Char) forbids even as references. */
function allowed(text: string): string {
  // eslint-disable-next-line no-control-regex -- those are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
}

/** Text between tags. */
export function xmlText(text: string): string {
  return allowed(text).replace(/[&<>\r]/g, (found) => ENTITIES[found] ?? '');
}

/** The value of an attribute that is quoted by `"`; line ends and tabs stay what they are. */
export function xmlAttribute(text: string): string {
  return allowed(text).replace(/[&<>"\t\n\r]/g, (found) => ENTITIES[found] ?? '');
}
