import type { Place } from '@rollbook/model';
import type { Issue } from '@rollbook/parser-kit';
import type { FileContext } from './file-context.js';

/** What to do about an error of iSAMS, by its `MessageName`. */
const help: Readonly<Record<string, string>> = {
  InvalidApiKey: 'The key is wrong or switched off. Ask the school for a new one.',
  MethodsNotAllocatedToKeyException: 'Ask the school to allot the method to the key.',
  FiltersRequiredException: 'The method runs only with filters, such as dates. Name them in the request.',
  MissingParameter: 'The request has no key.',
  UnhandledException: 'The school’s server was busy or failed. Fetch the data again later.',
};

/** Parts of an error document, as they are met. */
export class ErrorDocument {
  readonly #parts = new Map<string, string>();
  #place: Place = {};

  add(name: string, text: string, place: { line: number; column: number }): void {
    if (this.#parts.size === 0) this.#place = { line: place.line, column: place.column };
    this.#parts.set(name, text);
  }

  /** The issue about it, or undefined when there was none. */
  issue(context: FileContext): Issue | undefined {
    if (this.#parts.size === 0) return undefined;
    const name =
      this.#parts.get('MessageName') ?? this.#parts.get('MessageId') ?? this.#parts.get('Message') ?? '';
    const description = this.#parts.get('Description') ?? this.#parts.get('Title');
    const value = description === undefined || description === '' ? name : `${name}: ${description}`;
    const known = Object.hasOwn(help, name) ? help[name] : undefined;
    return context.issue('isams-error-document', this.#place, {
      field: 'MessageName',
      value,
      ...(known === undefined ? {} : { help: known }),
    });
  }
}
