const space = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const cutNumber = /^-?(?:(?:0|[1-9]\d*)(?:\.\d*|(?:\.\d+)?[eE][+-]?\d*)?)?$/;
const word = /true|false|null/y;

/**
 * Index of the first character that makes a text no JSON value; its length when only the end is missing; -1 when
 * it is one. `JSON.parse` says it only in a message that holds parts of the text, which is pupil data.
 */
export function findJsonFault(text: string): number {
  /** What closes the objects and arrays that are open. */
  const open: string[] = [];
  let i = skip(space, text, 0);
  for (;;) {
    // A value begins here.
    const character = text[i];
    if (character === '{' || character === '[') {
      open.push(character === '{' ? '}' : ']');
      i = skip(space, text, i + 1);
      if (text[i] === open.at(-1)) {
        open.pop();
        i++;
      } else if (character === '{') {
        const behind = key(text, i);
        if (behind < 0) return ~behind;
        i = behind;
        continue;
      } else continue;
    } else {
      const behind = character === '"' ? string(text, i) : bare(text, i);
      if (behind < 0) return ~behind;
      i = behind;
    }
    // A value ended here: what follows belongs to what is open.
    for (;;) {
      i = skip(space, text, i);
      const close = open.at(-1);
      if (close === undefined) return i === text.length ? -1 : i;
      if (text[i] === close) {
        open.pop();
        i++;
        continue;
      }
      if (text[i] !== ',') return i;
      i = skip(space, text, i + 1);
      if (close === '}') {
        const behind = key(text, i);
        if (behind < 0) return ~behind;
        i = behind;
      }
      break;
    }
  }
}

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Index of the value behind a key and its colon, or the complement of the fault. */
function key(text: string, from: number): number {
  if (text[from] !== '"') return ~from;
  const behind = string(text, from);
  if (behind < 0) return behind;
  const colon = skip(space, text, behind);
  return text[colon] === ':' ? skip(space, text, colon + 1) : ~colon;
}

function string(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) return i + 1;
    if (code < 0x20) return ~i;
    if (code !== 0x5c) continue;
    i++;
    if (i === text.length) break;
    const escape = text.charAt(i);
    if (escape === 'u') {
      for (let digit = 0; digit < 4; digit++) {
        i++;
        if (i === text.length) return ~i;
        if (!/[\da-fA-F]/.test(text.charAt(i))) return ~i;
      }
    } else if (!'"\\/bfnrt'.includes(escape)) return ~i;
  }
  return ~text.length;
}

function bare(text: string, from: number): number {
  const behind = Math.max(skip(number, text, from), skip(word, text, from));
  if (behind > from && !/[\w.+-]/.test(text.charAt(behind))) return behind;
  // What is no value may be the beginning of one that the end of the text cuts.
  const rest = text.length - from > 400 ? text.slice(behind) : text.slice(from);
  const isCut = cutNumber.test(rest) || ['true', 'false', 'null'].some((each) => each.startsWith(rest));
  return isCut ? ~text.length : ~behind;
}
