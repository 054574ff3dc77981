/** Characters that XML 1.0 can't hold, and those that would be markup. */
// eslint-disable-next-line no-control-regex -- controls are what is being replaced
const SPECIAL = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u;
// eslint-disable-next-line no-control-regex -- as above
const SPECIALS = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

function escapeCharacter(character: string): string {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '\r':
      return '&#13;';
    default:
      return '\ufffd';
  }
}

/** An element with text; nothing when there is no value. */
export function textElement(name: string, value: string | number | boolean | undefined): string {
  if (value === undefined || value === '') return '';
  const text = String(value);
  return `<${name}>${SPECIAL.test(text) ? text.replace(SPECIALS, escapeCharacter) : text}</${name}>`;
}

/** An element around others; nothing when it would be empty. */
export function container(name: string, content: string): string {
  return content === '' ? '' : `<${name}>${content}</${name}>`;
}
