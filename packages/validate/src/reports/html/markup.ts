const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Text that is markup already, and made by {@link markup} alone. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: markup as it is, text escaped, lists one after another, and nothing for the rest. */
export type MarkupPart = Markup | string | number | null | undefined | false | readonly MarkupPart[];

function written(part: MarkupPart): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escapeMarkup(String(part));
}

/** A template of HTML in which whatever is put in is escaped, unless it came from such a template. */
export function markup(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    text += written(part) + (strings[index + 1] ?? '');
  });
  return new Markup(text);
}

/**
 * JSON as it may stand in a `script` element: without `<`, neither an end tag nor a comment can begin in it.
 */
export function scriptJson(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));
}
