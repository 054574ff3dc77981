export interface SniffedJson {
  /** What the document is; an object when several follow each other. */
  readonly kind: 'object' | 'array';
  /** Keys of the document when it is an object, in order, as far as the head goes. */
  readonly keys: readonly string[];
  /** Keys of the first object in the document when it is an array. */
  readonly firstItemKeys: readonly string[];
  /**
   * For a document that is an object, by key: the keys of the object there, or of the first object in the array
   * there.
   */
  readonly keysWithin: ReadonlyMap<string, readonly string[]>;
  /** Whether another object follows the first: newline-delimited JSON. */
  readonly lines: boolean;
}

const token = /[ \t\r\n]*(?:("[^"\\]*(?:\\[^][^"\\]*)*")|([{}[\],:])|([^\s"{}[\],:]+))/y;

/**
 * The outline of the JSON that a head's text begins with, cut or not; undefined for other text. For detection: what
 * is malformed further on ends the outline, but is still JSON.
 */
export function sniffJson(text: string): SniffedJson | undefined {
  const start = /^\ufeff?\s*(?=([{[]))(?:\{\s*(?:["}]|$)|\[\s*(?:["{[\]\d-]|true|false|null|$))/.exec(text);
  if (start === null) return undefined;
  const kind = start[1] === '{' ? 'object' : 'array';
  const keys = new Set<string>();
  const firstItemKeys = new Set<string>();
  const keysWithin = new Map<string, Set<string>>();
  let lines = false;
  /** For each that is open: the set its keys go to, or undefined; and whether it's an object. */
  const open: { readonly isObject: boolean; readonly keys: Set<string> | undefined; seen: number }[] = [];
  let key: string | undefined;
  let topKey = '';
  let previous = '';
  let documents = 0;
  token.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const mark = found[2] ?? '';
    const inside = open.at(-1);
    if (mark === '{' || mark === '[') {
      const isObject = mark === '{';
      if (inside === undefined && ++documents > 1) {
        lines = kind === 'object' && isObject;
        break;
      }
      if (inside !== undefined) inside.seen += isObject ? 1 : 0;
      open.push({ isObject, keys: isObject ? keysFor() : undefined, seen: 0 });
    } else if (mark === '}' || mark === ']') {
      if (inside?.isObject !== (mark === '}')) break;
      open.pop();
    } else if (mark === ':') {
      if (key === undefined || inside?.isObject !== true) break;
      if (open.length === 1) topKey = key;
      inside.keys?.add(key);
    }
    key = found[1] === undefined || (previous !== '{' && previous !== ',') ? undefined : unquote(found[1]);
    previous = mark;
  }
  if (documents === 0) return undefined;
  return {
    kind,
    keys: [...keys],
    firstItemKeys: [...firstItemKeys],
    keysWithin: new Map([...keysWithin].map(([key, within]) => [key, [...within]])),
    lines,
  };

  /** Where the keys of an object that begins now are gathered. */
  function keysFor(): Set<string> | undefined {
    const depth = open.length;
    if (depth === 0) return keys;
    const parent = open[depth - 1];
    if (kind === 'array') return depth === 1 && parent?.seen === 1 ? firstItemKeys : undefined;
    const isFirst = depth === 1 || (depth === 2 && parent?.isObject === false && parent.seen === 1);
    if (!isFirst || keysWithin.has(topKey)) return undefined;
    const within = new Set<string>();
    keysWithin.set(topKey, within);
    return within;
  }
}

function unquote(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
