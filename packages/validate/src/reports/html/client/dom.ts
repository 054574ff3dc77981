/**
 * The element of a kind with an id.
 *
 * @throws Error when the page lacks it, since page and script are made together
 */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is missing`);
  return found;
}

export const all = <T extends Element = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): T[] => [...within.querySelectorAll<T>(selector)];

type Child = Node | string;

/** A new element; text goes in as text, so that markup in it stays text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
