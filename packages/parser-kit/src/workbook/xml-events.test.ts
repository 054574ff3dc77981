import { SaxesParser } from 'saxes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableInputError } from '../errors.js';
import { mutate, seeded } from '../testing/hostile.js';
import { XmlScanner } from '../xml/scanner.js';
import { XmlEvents } from './xml-events.js';

type Event = string | Record<string, string>;

function ours(pieces: readonly string[]): Event[] {
  const events: Event[] = [];
  let run = '';
  const flush = () => {
    if (run !== '') events.push(`"${run}`);
    run = '';
  };
  const scanner = new XmlEvents({
    wantsText: true,
    start: (name, attributes, depth) => {
      flush();
      events.push(`<${name} ${depth}`, { ...attributes });
    },
    end: (name, depth) => {
      flush();
      events.push(`>${name} ${depth}`);
    },
    text: (text) => {
      run += text;
    },
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return events;
}

function bySaxes(text: string): Event[] {
  const events: Event[] = [];
  let run = '';
  let depth = 0;
  const flush = () => {
    if (run !== '' && depth > 0) events.push(`"${run}`);
    run = '';
  };
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new SaxesParser({ defaultXMLVersion: '1.0', forceXMLVersion: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    flush();
    events.push(`<${local(name)} ${++depth}`, { ...(attributes as Record<string, string>) });
  });
  parser.on('closetag', ({ name }) => {
    flush();
    events.push(`>${local(name)} ${depth--}`);
  });
  parser.on('text', (text) => (run += text));
  parser.on('cdata', (text) => (run += text));
  parser.write(text).close();
  return events;
}

const sample =
  '<?xml version="1.0"?>\n<!-- c --><x:w a="1 &amp; 2" x:b=\'&#65;\n\'>t<c r="A1"/>mid&lt;<![CDATA[<raw>&]]>\r\nend' +
  '<d ><e>]] > ok</e ></d><?pi x?></x:w>\n<!-- e -->';

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableInputError) return error.code;
    throw error;
  }
}

function cut(text: string, points: readonly number[]): string[] {
  const at = [0, ...points.map((point) => point % (text.length + 1)).sort((a, b) => a - b), text.length];
  return at.slice(1).map((to, i) => text.slice(at[i], to));
}

describe('XmlEvents', () => {
  it('tells what saxes tells, wherever the pieces are cut', () => {
    const expected = bySaxes(sample);
    expect(ours([sample])).toEqual(expected);
    expect(ours([...sample])).toEqual(expected);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 8 }), (points) => {
        expect(ours(cut(sample, points))).toEqual(expected);
      }),
    );
  });

  it('takes and refuses what the reader of records does, of mutated documents, and tells what saxes tells', () => {
    const next = seeded(11);
    let refused = 0;
    let compared = 0;
    for (let i = 0; i < 3000; i++) {
      const text = Buffer.from(mutate(Buffer.from(sample), next)).toString('latin1');
      const points = [Math.floor(next() * text.length), Math.floor(next() * text.length)];
      const code = codeOf(() => {
        const scanner = new XmlScanner({ isRecord: () => false });
        scanner.write(text, []);
        scanner.end([]);
      });
      expect(
        codeOf(() => ours(cut(text, points))),
        text,
      ).toBe(code);
      if (code !== undefined) {
        refused++;
        continue;
      }
      // Saxes may refuse what is allowed; that it does is the business of the other reader's tests.
      let expected: Event[] | undefined;
      try {
        expected = bySaxes(text);
      } catch {
        continue;
      }
      compared++;
      expect(ours(cut(text, points)), text).toEqual(expected);
    }
    expect(refused).toBeGreaterThan(1000);
    expect(compared).toBeGreaterThan(100);
  });

  it.each([
    ['<a>', 'xml-truncated'],
    ['<a', 'xml-truncated'],
    ['', 'xml-no-root'],
    ['<a/><b/>', 'xml-several-roots'],
    ['<a/>x', 'xml-stray-text'],
    ['<a></b>', 'xml-tag-mismatch'],
    ['</a>', 'xml-tag-mismatch'],
    ['<a>&x;</a>', 'xml-entity'],
    ['<a>]]></a>', 'xml-malformed'],
    ['<a>\u0001</a>', 'xml-character'],
    ['<!DOCTYPE a><a/>', 'xml-doctype'],
    ['<a>'.repeat(100), 'xml-too-deep'],
    [`<a>${'x'.repeat(5_000_000)}`, 'xml-text-too-long'],
  ])('refuses %.40s: %s', (text, code) => {
    for (const pieces of [[text], cut(text, [1, 3, 5])]) {
      expect(codeOf(() => ours(pieces))).toBe(code);
    }
  });
});
