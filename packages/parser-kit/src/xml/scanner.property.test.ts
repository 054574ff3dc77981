import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { UnreadableInputError } from '../errors.js';
import type { XmlElement } from './element.js';
import { root, scan } from './scan-text.test-support.js';

interface Tree {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Tree[];
}

/** The same tree by saxes, an independent reader. */
function bySaxes(text: string): Tree {
  const parser = new SaxesParser({ defaultXMLVersion: '1.0', forceXMLVersion: true, fragment: false });
  let top: Tree | undefined;
  const open: { tree: Tree; runs: string[] }[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const tree = { name, attributes: { ...attributes } as Record<string, string>, text: '', children: [] };
    const parent = open.at(-1);
    parent?.tree.children.push(tree);
    parent?.runs.push('');
    top ??= tree;
    open.push({ tree, runs: [''] });
  });
  const addText = (text: string) => {
    const runs = open.at(-1)?.runs;
    if (runs !== undefined) runs.push(`${runs.pop()!}${text}`);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const { tree, runs } = open.pop()!;
    const kept = tree.children.length === 0 ? runs : runs.filter((run) => /[^ \t\r\n]/.test(run));
    tree.text = kept.join('');
  });
  parser.write(text).close();
  return top!;
}

function plain(element: XmlElement): Tree {
  const { name, prefix, attributes, text, children } = element;
  return {
    name: prefix === undefined ? name : `${prefix}:${name}`,
    attributes: { ...attributes },
    text,
    children: children.map(plain),
  };
}

function ours(text: string, pieces: number | undefined): Tree {
  const limits = { depth: 10_000, attributes: 10_000 };
  return plain(root(text, pieces === undefined ? { limits } : { limits, pieces }));
}

const name = fc.oneof(
  fc.constantFrom('a', 'Pupil', 'UPN', 'x:Surname', 'Legal_x0020_Surname', 'é', 'a.b-c', '_1', 'ProtoType'),
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9._-]{0,20}$/),
);
const space = fc.constantFrom(' ', '\n', '\t', '\r\n', '\r', '  \n ');
const noSpace = fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: space });
const literal = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abc XYZ09>]"\'.-é’\u{1F600}\n\r\t'), maxLength: 30 }),
  fc.constantFrom('\r\n', 'A856000000001', 'Saint Margaret’s Road, Leicester'),
);
const reference = fc.oneof(
  fc.constantFrom(
    '&amp;',
    '&lt;',
    '&gt;',
    '&quot;',
    '&apos;',
    '&#13;',
    '&#10;',
    '&#x20;',
    '&#x1F600;',
    '&#233;',
  ),
);
const text = fc
  .array(fc.oneof(literal, reference), { maxLength: 4 })
  .map((parts) => parts.join('').replaceAll(']]>', ']]'));
const attribute = fc.record({
  name,
  value: text,
  quote: fc.constantFrom('"', "'"),
  before: space,
  after: noSpace,
});
const comment = fc
  .string({ unit: fc.constantFrom(...'ab<>&]\n\r é'), maxLength: 20 })
  .map((body) => `<!--${body}-->`);
const cdata = fc
  .string({ unit: fc.constantFrom(...'ab<>&]\n\r é'), maxLength: 20 })
  .map((body) => `<![CDATA[${body.replaceAll(']]>', '')}]]>`);
const instruction = fc.constantFrom('<?a?>', '<?a b="<c>" ?>', '<?xml-x \r\n??>');

interface Piece {
  readonly source: string;
  /** Offset of the `<` of each start tag in the source, in document order. */
  readonly starts: readonly number[];
}

const { element } = fc.letrec<{ element: Piece }>((tie) => ({
  element: fc
    .record({
      name,
      attributes: fc.uniqueArray(attribute, { selector: (each) => each.name, maxLength: 4 }),
      closing: noSpace,
      short: fc.boolean(),
      content: fc.array(
        fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          fc.oneof(text, comment, cdata, instruction, space).map((source): Piece => ({ source, starts: [] })),
          tie('element'),
        ),
        { maxLength: 6 },
      ),
    })
    .map(({ name, attributes, closing, short, content }): Piece => {
      let source = `<${name}`;
      for (const { name, value, quote, before, after } of attributes) {
        source += `${before}${name}${after}=${after}${quote}${value.replaceAll(quote, '')}${quote}`;
      }
      if (content.length === 0 && short) return { source: `${source}${closing}/>`, starts: [0] };
      source += `${closing}>`;
      const starts = [0];
      for (const piece of content) {
        for (const start of piece.starts) starts.push(source.length + start);
        source += piece.source;
      }
      return { source: `${source}</${name}${closing}>`, starts };
    }),
}));

const xmlDeclaration = fc.constantFrom(
  '',
  '<?xml version="1.0" encoding="UTF-8"?>',
  "<?xml version='1.0'?>\r\n",
);
const outside = fc
  .array(fc.oneof(comment, instruction, space), { maxLength: 3 })
  .map((parts) => parts.join(''));
const document = fc
  .record({ xmlDeclaration, before: outside, element, after: outside })
  .map(({ xmlDeclaration, before, element, after }): Piece => {
    const prolog = xmlDeclaration + before;
    return {
      source: prolog + element.source + after,
      starts: element.starts.map((start) => prolog.length + start),
    };
  })
  // Two texts side by side can make "]]>" where neither has it.
  .filter(({ source }) => !withoutSections(source).includes(']]>'));

function withoutSections(source: string): string {
  return source.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
}

/** `fc.double` would nearly always be about 0. */
const fraction = fc.nat({ max: 1_000_000 }).map((millionths) => millionths / 1_000_001);
const pieces = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined });

describe('the scanner beside saxes', () => {
  it('reads the same tree from well-formed documents, cut anywhere', () => {
    fc.assert(
      fc.property(document, pieces, ({ source }, pieces) => {
        expect(ours(source, pieces)).toEqual(bySaxes(source));
      }),
      { numRuns: 600 },
    );
  });

  it('gives each element the line and column where it stands', () => {
    fc.assert(
      fc.property(document, pieces, ({ source, starts }, pieces) => {
        const expected = starts.map((start) => {
          const lines = source.slice(0, start).split(/\r\n|\r|\n/);
          return `${lines.length}:${lines.at(-1)!.length + 1}`;
        });
        const found: string[] = [];
        const visit = (element: XmlElement) => {
          found.push(`${element.line}:${element.column}`);
          element.children.forEach(visit);
        };
        visit(root(source, pieces === undefined ? {} : { pieces }));
        expect(found).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  /** Snippets whose insertion is likely to break a document, or nearly so. */
  const snippet = fc.oneof(
    fc.constantFrom(
      'x',
      ' ',
      '\n',
      'é',
      '\u{1F600}',
      '<a/>',
      '<!-- -->',
      '&amp;',
      '<![CDATA[<]]>',
      '<?p?>',
      '.',
      '\r',
    ),
    fc.constantFrom(
      '<',
      '>',
      '/',
      '&',
      ';',
      '"',
      "'",
      '=',
      ']',
      ']]>',
      '--',
      '-->',
      '<!--',
      '<![CDATA[',
      '?>',
      '<?',
      '<?xml?>',
    ),
    fc.constantFrom(
      '</a>',
      '<a>',
      '\u0000',
      '\u0008',
      '\ufffe',
      '&#0;',
      '&x;',
      '!',
      ':',
      '0',
      '<a b="" b=""/>',
    ),
  );
  const mutation = fc.record({
    at: fraction,
    cut: fc.constantFrom(0, 0, 0, 1, 2),
    snippet,
  });

  it('accepts and refuses the same mutated documents', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        document,
        fc.array(mutation, { minLength: 1, maxLength: 2 }),
        pieces,
        ({ source }, mutations, pieces) => {
          let mutated = source;
          for (const { at, cut, snippet } of mutations) {
            // Never between the two halves of a surrogate pair: such text comes from no decoder.
            const from = boundary(mutated, Math.floor(at * mutated.length));
            mutated = mutated.slice(0, from) + snippet + mutated.slice(boundary(mutated, from + cut));
          }
          // Saxes wants no space between an instruction's name and what follows a "?"; XML does (production 16).
          fc.pre(!/<\?[^ \t\r\n?]*\?(?!>)/.test(mutated));
          let expected: Tree | undefined;
          try {
            expected = bySaxes(mutated);
          } catch {
            expected = undefined;
          }
          let found: Tree | undefined;
          try {
            found = ours(mutated, pieces);
          } catch (error) {
            if (!(error instanceof UnreadableInputError)) throw error;
            found = undefined;
          }
          if (expected === undefined) refused++;
          else accepted++;
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 1500 },
    );
    // The test would say nothing if all went one way.
    expect(accepted).toBeGreaterThan(75);
    expect(refused).toBeGreaterThan(75);
  });

  it('never takes a beginning of a document for the whole', () => {
    fc.assert(
      fc.property(document, fraction, pieces, ({ source, starts }, at, pieces) => {
        // Up to the root's last ">"; what follows is comments and white space.
        const end = source.lastIndexOf('>', source.length) + 1;
        const rootEnd = Math.min(end, lastRootEnd(source, starts[0]!));
        const cut = source.slice(0, Math.floor(at * (rootEnd - 1)));
        expect(() => scan(cut, pieces === undefined ? {} : { pieces })).toThrow(UnreadableInputError);
      }),
      { numRuns: 300 },
    );
  });
});

function boundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

/** Offset behind the root's end tag, by saxes. */
function lastRootEnd(source: string, start: number): number {
  const parser = new SaxesParser();
  let end = start;
  let depth = 0;
  parser.on('opentag', () => {
    depth++;
  });
  parser.on('closetag', () => {
    if (--depth === 0) end = parser.position;
  });
  parser.write(source).close();
  return end;
}
