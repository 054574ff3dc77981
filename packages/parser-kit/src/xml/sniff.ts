import { normaliseAttributeSpace, resolveReferences } from './entities.js';

export interface SniffedRoot {
  /** Local name of the root element. */
  readonly name: string;
  readonly prefix: string | undefined;
  /** By name as written. Those that the end of the head cuts off are missing. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Namespace of the root element, as far as its own attributes declare it. */
  readonly namespace: string | undefined;
  /** Index in the text behind the name. */
  readonly end: number;
}

const prolog = /^\ufeff?(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/;
const doctype = /<!DOCTYPE(?:[^<>"'[]|"[^"]*"|'[^']*')*>/y;
const rootName = /<([^\s<>/!?="'&]+)(?=[\s/>])/y;
const attribute = /\s+([^\s<>/="'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

/**
 * Root element of the XML that a head's text begins with; undefined for other text, and for XML with a DOCTYPE
 * unless it is to be skipped, as for a format whose files have one. For detection: it doesn't ask whether the text is well
 * formed.
 */
export function sniffXmlRoot(
  text: string,
  options: { readonly doctype?: 'refuse' | 'skip' } = {},
): SniffedRoot | undefined {
  let from = prolog.exec(text)?.[0].length ?? 0;
  if (options.doctype === 'skip') {
    doctype.lastIndex = from;
    if (doctype.test(text))
      from = doctype.lastIndex + (prolog.exec(text.slice(doctype.lastIndex))?.[0].length ?? 0);
  }
  rootName.lastIndex = from;
  const raw = rootName.exec(text)?.[1];
  if (raw === undefined) return undefined;
  const end = rootName.lastIndex;
  const attributes = Object.create(null) as Record<string, string | undefined>;
  attribute.lastIndex = end;
  for (let found = attribute.exec(text); found !== null; found = attribute.exec(text)) {
    const value = resolveReferences(found[2] ?? found[3] ?? '', normaliseAttributeSpace);
    if (found[1] !== undefined && typeof value === 'string') attributes[found[1]] = value;
  }
  const colon = raw.indexOf(':');
  const prefix = colon > 0 ? raw.slice(0, colon) : undefined;
  return {
    name: colon > 0 ? raw.slice(colon + 1) : raw,
    prefix,
    attributes,
    namespace: attributes[prefix === undefined ? 'xmlns' : `xmlns:${prefix}`],
    end,
  };
}

/**
 * Text of the first element of that local name in a head's text, trimmed, when it holds text only; for versions
 * and the like.
 */
export function sniffXmlText(text: string, name: string): string | undefined {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`<(?:[^\\s<>/:]+:)?${escaped}(?:\\s[^<>]*)?>([^<]*)<`).exec(text);
  const value = resolveReferences(found?.[1] ?? '', undefined);
  return found !== null && typeof value === 'string' ? value.trim() : undefined;
}
