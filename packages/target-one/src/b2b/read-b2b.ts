import type { JsonValue, Place } from '@rollbook/model';
import {
  elementToJson,
  type Issue,
  readXmlRecords,
  type Source,
  UnreadableInputError,
  type XmlElement,
} from '@rollbook/parser-kit';
import { b2bIssues } from './b2b-issues.js';
import { b2b, b2bNames } from './element-names.js';

/** A student as it stands in the file, by the names of `b2bNames`; what isn't among them is told, and kept too. */
export interface B2bStudent {
  readonly place: Place;
  /** From `SuppInfo`. */
  readonly guid?: string;
  readonly content: Readonly<Record<string, JsonValue>>;
  /** Reasons of each exclusion, whichever of the two forms it has. */
  readonly exclusions: readonly {
    readonly category?: string;
    readonly reasons: readonly string[];
    readonly sessions?: number;
  }[];
  readonly issues: readonly Issue[];
}

const KNOWN = new Set(Object.values(b2bNames).map(({ name }) => name));

/**
 * Reads B2B XML as {@link writeB2bExperimental} writes it, in batches of students.
 *
 * @experimental By names of which most are unconfirmed: docs/formats/one-b2b.md.
 * @throws UnreadableInputError for what is no such XML, has a DOCTYPE, or is damaged or cut short.
 */
export async function* readB2bExperimental(source: Source): AsyncGenerator<B2bStudent[], void, undefined> {
  const told = new Set<string>();
  const records = readXmlRecords(source, {
    records: (names) => names.length === 2 && names[1] === b2b('student'),
    onRoot: ({ name, line, column }) => {
      if (name !== b2b('root'))
        throw new UnreadableInputError(
          'b2b-root',
          'The root element is none of B2B XML as it is known here.',
          {
            place: { line, column },
            help: 'Check the file; where the council has the real schema, element-names.ts takes its names.',
          },
        );
    },
  });
  for await (const completed of records)
    yield completed.map(({ element, path }) =>
      studentOf(element, { line: element.line, column: element.column, path }, told),
    );
}

function studentOf(element: XmlElement, place: Place, told: Set<string>): B2bStudent {
  const issues: Issue[] = [];
  const look = (inner: XmlElement): void => {
    for (const child of inner.children) {
      if (!KNOWN.has(child.name) && !told.has(child.name) && told.size < 200) {
        told.add(child.name);
        const { severity, message, help } = b2bIssues['b2b-element-unknown'];
        issues.push({
          code: 'b2b-element-unknown',
          severity,
          message,
          help,
          field: child.name,
          place: { line: child.line, column: child.column },
        });
      }
      look(child);
    }
  };
  look(element);
  const json = elementToJson(element);
  const guid = textOf(childOf(childOf(element, 'suppInfo'), 'guid'));
  const exclusions = (childOf(element, 'exclusions')?.children ?? [])
    .filter(({ name }) => name === b2b('exclusion'))
    .map((exclusion) => {
      const days = Number(textOf(childOf(exclusion, 'schoolDays')));
      const category = textOf(childOf(exclusion, 'category'));
      const within = childOf(exclusion, 'reasons') ?? exclusion;
      return {
        ...(category === undefined ? {} : { category }),
        reasons: within.children
          .filter(({ name }) => name === b2b('reason'))
          .map(({ text }) => text.trim())
          .filter((text) => text !== ''),
        ...(Number.isInteger(days * 2) && days >= 0 ? { sessions: days * 2 } : {}),
      };
    });
  const content = typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {};
  return { place, ...(guid === undefined ? {} : { guid }), content, exclusions, issues };
}

function childOf(element: XmlElement | undefined, wanted: keyof typeof b2bNames): XmlElement | undefined {
  return element?.children.find(({ name }) => name === b2b(wanted));
}

function textOf(element: XmlElement | undefined): string | undefined {
  const text = element?.text.trim();
  return text === '' ? undefined : text;
}
