import { describe, expect, it } from 'vitest';
import { UnreadableInputError } from '../errors.js';
import { root, scan, verdict } from './scan-text.test-support.js';

describe('trees', () => {
  it('keeps names, attributes, text and places', () => {
    const text = '<?xml version="1.0"?>\n<a>\n  <x:b c="1" x:d=\'2\'>one</x:b>\r\n\t<e/>\r<f></f></a>\n';
    expect(root(text)).toEqual({
      name: 'a',
      prefix: undefined,
      attributes: undefined,
      text: '',
      line: 2,
      column: 1,
      children: [
        {
          name: 'b',
          prefix: 'x',
          attributes: { c: '1', 'x:d': '2' },
          text: 'one',
          children: [],
          line: 3,
          column: 3,
        },
        { name: 'e', prefix: undefined, attributes: undefined, text: '', children: [], line: 4, column: 2 },
        { name: 'f', prefix: undefined, attributes: undefined, text: '', children: [], line: 5, column: 1 },
      ],
    });
  });

  it.each([
    ['entities', '<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x41;&#x1F600;</a>', '<>&"\'AA\u{1F600}'],
    ['CDATA', '<a>x<![CDATA[<b>&amp;]]]]><![CDATA[>]]></a>', 'x<b>&amp;]]>'],
    ['CDATA with a CR', '<a><![CDATA[x\r\ny]]></a>', 'x\ny'],
    ['text around a comment', '<a>one<!-- two - three -->four<?five six?>7</a>', 'onefour7'],
    ['line ends', '<a>1\r\n2\r3\n4\r\r\n5</a>', '1\n2\n3\n4\n\n5'],
    ['line ends beside entities', '<a>1\r\n&#13;&amp;\r2</a>', '1\n\r&\n2'],
    ['white space alone', '<a> \t\n </a>', ' \t\n '],
    ['white space around a comment', '<a> <!-- --> </a>', '  '],
    ['spaces at both ends', '<a>  Ann  </a>', '  Ann  '],
    ['brackets', '<a>]] > ]>]</a>', ']] > ]>]'],
    ['a greater-than sign', '<a>1 > 0</a>', '1 > 0'],
    ['beyond the first plane', '<a>\u{1F9D1}\u200D\u{1F3EB}</a>', '\u{1F9D1}\u200D\u{1F3EB}'],
    ['a long text', `<a>${'Saint Margaret’s Road '.repeat(50)}</a>`, 'Saint Margaret’s Road '.repeat(50)],
  ])('reads %s', (_, text, expected) => {
    expect(root(text).text).toBe(expected);
    expect(root(text, { pieces: 1 }).text).toBe(expected);
  });

  it('leaves out white space between tags, comments or not, and keeps mixed text', () => {
    expect(root('<a> <b/> </a>').text).toBe('');
    expect(root('<a> <!-- --> <b/> <!-- --> </a>').text).toBe('');
    expect(root('<a>x <b/> y <c/> </a>').text).toBe('x  y ');
    expect(root('<a> <!-- -->x<b/></a>').text).toBe(' x');
  });

  it.each([
    ['white space to spaces', '<a b="1\n2\t3\r\n4\r5"/>', '1 2 3 4 5'],
    ['but not in references', '<a b="1&#10;2&#9;3&#13;4\n5"/>', '1\n2\t3\r4 5'],
    ['the other quote', `<a b='"'/>`, '"'],
    ['a greater-than sign', '<a b="1 > /> 0"/>', '1 > /> 0'],
    ['nothing', '<a b=""/>', ''],
    ['space about the equals sign', '<a\n\tb\n=\n"x"\n/>', 'x'],
  ])('normalises an attribute: %s', (_, text, expected) => {
    expect(root(text).attributes).toEqual({ b: expected });
    expect(root(text, { pieces: 1 }).attributes).toEqual({ b: expected });
  });

  it('keeps names that JavaScript objects have of their own', () => {
    const element = root('<a __proto__="x" constructor="y"><__proto__>1</__proto__></a>');
    expect(Object.entries(element.attributes!)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(element.children[0]!.name).toBe('__proto__');
    expect(root('<a b="1"/>').attributes).not.toHaveProperty('toString');
  });

  it('shares one frozen array among elements without children', () => {
    const { children } = root('<a><b/><c>x</c></a>');
    expect(children[0]!.children).toBe(children[1]!.children);
    expect(Object.isFrozen(children[0]!.children)).toBe(true);
  });

  it('keeps names apart that collide in the table or are very many', () => {
    // "Aa" and "BB" have the same polynomial hash, and so has every mixture of them.
    const names = Array.from({ length: 64 }, (_, i) =>
      Array.from({ length: 6 }, (_, bit) => ((i >> bit) % 2 ? 'Aa' : 'BB')).join(''),
    );
    const many = Array.from({ length: 6000 }, (_, i) => `n${i}`);
    const all = [...names, ...many, ...names, ...many];
    const element = root(`<r>${all.map((name) => `<${name}>${name}</${name}>`).join('\n')}</r>`);
    expect(element.children.map((each) => each.name)).toEqual(all);
    expect(element.children.map((each) => each.text)).toEqual(all);
  });
});

describe('well-formedness', () => {
  it.each([
    ['<a/>'],
    ['<a></a >'],
    ['<a\n></a\n>'],
    ['\n<a/>\n<!-- end -->\n<?x?>'],
    ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?><a/>'],
    ["<?xml version='1.1' ?><a/>"],
    ['<?xml-stylesheet href="x"?><a/>'],
    ['<a><?php 1 > 2 ??></a>'],
    ['<:a.b-c·\u0301/>'],
    ['<é\u{10000}/>'],
    ['<a:b:c></a:b:c>'],
    ['<a>\u0085\u2028\ufffd</a>'],
  ])('accepts %j', (text) => {
    expect(verdict(text)).toBe('accepted');
    expect(verdict(text, { pieces: 1 })).toBe('accepted');
  });

  it.each([
    ['', 'xml-no-root 1:1'],
    ['  \n ', 'xml-no-root 2:2'],
    ['<!-- -->', 'xml-no-root 1:9'],
    ['<a', 'xml-truncated 1:3'],
    ['<a>', 'xml-truncated 1:4'],
    ['<a>\n<b>text', 'xml-truncated 2:8'],
    ['<a><!-- ', 'xml-truncated 1:9'],
    ['<a/><!-- ', 'xml-truncated 1:10'],
    ['<a/><', 'xml-truncated 1:6'],
    ['<a b="1"/', 'xml-truncated 1:10'],
    ['<a><![CDATA[x]]', 'xml-truncated 1:16'],
    ['<a></b>', 'xml-tag-mismatch 1:4'],
    ['<a>\n<b></a></b>', 'xml-tag-mismatch 2:4'],
    ['<a></ab>', 'xml-tag-mismatch 1:4'],
    ['<ab></a>', 'xml-tag-mismatch 1:5'],
    ['<x:a></a>', 'xml-tag-mismatch 1:6'],
    ['<a></A>', 'xml-tag-mismatch 1:4'],
    ['</a>', 'xml-tag-mismatch 1:1'],
    ['<a/></a>', 'xml-tag-mismatch 1:5'],
    ['<a></a b>', 'xml-malformed 1:8'],
    ['<a/><b/>', 'xml-several-roots 1:5'],
    ['<a/>x', 'xml-stray-text 1:5'],
    ['x<a/>', 'xml-stray-text 1:1'],
    ['<a/>&amp;', 'xml-stray-text 1:5'],
    ['<a/><![CDATA[ ]]>', 'xml-stray-text 1:5'],
    ['<a b="1" b="2"/>', 'xml-duplicate-attribute 1:10'],
    ['<a b="1"c="2"/>', 'xml-malformed 1:9'],
    ['<a b/>', 'xml-malformed 1:5'],
    ['<a b=1/>', 'xml-malformed 1:6'],
    ['<a b="<"/>', 'xml-malformed 1:7'],
    ['<a 1b="x"/>', 'xml-malformed 1:4'],
    ['<a / >', 'xml-malformed 1:4'],
    ['<1a/>', 'xml-malformed 1:2'],
    ['< a/>', 'xml-malformed 1:2'],
    ['<a><</a>', 'xml-malformed 1:5'],
    ['<a><b<c/></a>', 'xml-malformed 1:6'],
    ['<a!/>', 'xml-malformed 1:2'],
    ['<a>]]></a>', 'xml-malformed 1:4'],
    ['<a>&nbsp;</a>', 'xml-entity 1:4'],
    ['<a>\r\nTom & Jerry;</a>', 'xml-entity 2:5'],
    ['<a>&amp</a>', 'xml-entity 1:4'],
    ['<a>&;</a>', 'xml-entity 1:4'],
    ['<a>&#;</a>', 'xml-entity 1:4'],
    ['<a>&#x;</a>', 'xml-entity 1:4'],
    ['<a>&#X41;</a>', 'xml-entity 1:4'],
    ['<a>&#0;</a>', 'xml-entity 1:4'],
    ['<a>&#11;</a>', 'xml-entity 1:4'],
    ['<a>&#xD800;</a>', 'xml-entity 1:4'],
    ['<a>&#xFFFE;</a>', 'xml-entity 1:4'],
    ['<a>&#x110000;</a>', 'xml-entity 1:4'],
    ['<a>&constructor;</a>', 'xml-entity 1:4'],
    ['<a b="&x;"/>', 'xml-entity 1:7'],
    ['<a>x\u0000</a>', 'xml-character 1:5'],
    ['<a>\u000b</a>', 'xml-character 1:4'],
    ['<a>\uffff</a>', 'xml-character 1:4'],
    ['<a b="\u0001"/>', 'xml-character 1:7'],
    ['<a><!-- \u0002 --></a>', 'xml-character 1:9'],
    ['<a><![CDATA[\u0003]]></a>', 'xml-character 1:13'],
    ['<a><?x \u0004?></a>', 'xml-character 1:8'],
    ['<a><!-- -- --></a>', 'xml-malformed 1:9'],
    ['<a><!-- --->\n</a>', 'xml-malformed 1:9'],
    ['<a><!- x --></a>', 'xml-malformed 1:4'],
    ['<a><![cdata[x]]></a>', 'xml-malformed 1:4'],
    ['<a><? x?></a>', 'xml-malformed 1:6'],
    ['<a><?x\u00d7?></a>', 'xml-malformed 1:6'],
    ['<a><?xml version="1.0"?></a>', 'xml-malformed 1:4'],
    [' <?xml version="1.0"?><a/>', 'xml-malformed 1:2'],
    ['<?XML version="1.0"?><a/>', 'xml-malformed 1:1'],
    ['<?xml version="2.0"?><a/>', 'xml-malformed 1:1'],
    ['<?xml encoding="UTF-8"?><a/>', 'xml-malformed 1:1'],
    ['<?xml version="1.0"standalone="no"?><a/>', 'xml-malformed 1:1'],
    ['<!DOCTYPE a><a/>', 'xml-doctype 1:1'],
    ['<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol">]><a>&lol;</a>', 'xml-doctype 2:1'],
    ['<a><!DOCTYPE a></a>', 'xml-doctype 1:4'],
    ['\ufeff\ufeff<a/>', 'xml-stray-text 1:1'],
  ])('refuses %j: %s', (text, expected) => {
    expect(verdict(text)).toBe(expected);
    // Nothing of it may depend on where the chunks of a file end, nor on whether a record is being read.
    expect(verdict(text, { pieces: 1 }), 'in pieces').toBe(expected);
    expect(verdict(text, { records: ['none'] }), 'outside records').toBe(expected);
  });

  it('says on which line the open element began, and names nothing of the file', () => {
    const text = '<Pupils>\n<Pupil>\n<Surname>Canary</Forename></Pupil></Pupils>';
    const error = failure(text);
    expect(error.message).toBe("Line 3: an end tag doesn't match the start tag on line 3.");
    expect(error.place).toEqual({ line: 3, column: 16, path: '/Pupils[1]' });
    expect(failure('<a><Canary>x<Canary').message).not.toContain('Canary');
  });

  it('gives the path of the record at fault', () => {
    const text = '<F><H/><P><N>1</N></P>\n<P><N>&x;</N></P></F>';
    expect(failure(text, ['F/P']).place).toEqual({ line: 2, column: 7, path: '/F/P[2]' });
  });
});

describe('places', () => {
  const lines = '<r>\n\n  <a\n    x="1\n2">\n<![CDATA[\n]]>\n<!--\n\n-->\n<?p\n?>\n  <b/></a\n>\n<c/></r>';

  it.each([
    ['LF', lines],
    ['CRLF', lines.replaceAll('\n', '\r\n')],
    ['CR', lines.replaceAll('\n', '\r')],
  ])('counts lines ended by %s, in pieces of any length', (_, text) => {
    const places = (pieces: number | undefined) => {
      const [a, c] = root(text, pieces === undefined ? {} : { pieces }).children;
      return [a, a!.children[0], c].map((each) => [each!.name, each!.line, each!.column]);
    };
    const expected = [
      ['a', 3, 3],
      ['b', 13, 3],
      ['c', 15, 1],
    ];
    expect(places(undefined)).toEqual(expected);
    for (const pieces of [1, 2, 3, 5, 7, 11]) expect(places(pieces)).toEqual(expected);
  });
});

describe('records', () => {
  it('gives them in order with their paths, and skips the rest', () => {
    const text = '<F><H><V>1</V></H><D><P>1</P><x/><P>2</P></D><D><P>3</P><q:P/></D></F>';
    const records = scan(text, { records: ['F/H', 'F/D/P'] });
    expect(records.map(({ path, element }) => `${path} ${element.name} ${element.text}`)).toEqual([
      '/F/H[1] H ',
      '/F/D/P[1] P 1',
      '/F/D/P[2] P 2',
      '/F/D[2]/P[1] P 3',
      '/F/D[2]/P[2] P ',
    ]);
  });

  it('takes a record inside a record as part of it', () => {
    const records = scan('<F><P><P>1</P></P></F>', { records: ['*/P', '*/P/P'] });
    expect(records).toHaveLength(1);
    expect(records[0]!.element.children[0]!.text).toBe('1');
  });
});

describe('long tokens', () => {
  const text = 'Saint Margaret’s Road\n'.repeat(20_000);
  const document = `<r><P>${text}</P>\n<!--${text}--><P a="${text}"><![CDATA[${text}]]></P>\n<Q/></r>`;

  it.each([997, 48_000, 1_000_000])('are read in pieces of %i', (pieces) => {
    const records = scan(document, { records: ['r/P', 'r/Q'], pieces });
    expect(records.map(({ element }) => element.text.length)).toEqual([text.length, text.length, 0]);
    expect(records[1]!.element.attributes!.a!.length).toBe(text.length);
    expect(records.map(({ element }) => element.line)).toEqual([1, 40_002, 80_003]);
  });

  it('take a time that grows with their length only', () => {
    const long = `<r>${'x'.repeat(3_000_000)}</r>`;
    const started = performance.now();
    scan(long, { pieces: 300 });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('that the file breaks off are refused', () => {
    for (const start of ['<r>', '<r><!--', '<r a="', '<r><![CDATA[']) {
      expect(verdict(start + 'x'.repeat(300_000), { pieces: 70_000 })).toMatch(
        /^xml-truncated 1:30000[3-9]|^xml-truncated 1:30001/,
      );
    }
  });
});

describe('limits', () => {
  const limits = {
    depth: 4,
    recordLength: 200,
    recordNodes: 9,
    textLength: 50,
    markupLength: 80,
    attributes: 3,
    nameLength: 10,
  };

  it.each([
    ['depth', '<a><b><c><d><e/></d></c></b></a>', 'xml-too-deep 1:13'],
    ['a text', `<a>${'x'.repeat(51)}</a>`, 'xml-text-too-long 1:4'],
    ['a CDATA section', `<a><![CDATA[${'x'.repeat(51)}]]></a>`, 'xml-text-too-long 1:13'],
    ['an attribute', `<a b="${'x'.repeat(51)}"/>`, 'xml-text-too-long 1:7'],
    ['a comment', `<a><!--${'x'.repeat(80)}--></a>`, 'xml-markup-too-long 1:4'],
    ['an instruction', `<a><?x ${'x'.repeat(80)}?></a>`, 'xml-markup-too-long 1:4'],
    ['a record', `<a>${'<b>xxxxxxxxxxxxxxxxxxxxxx</b>'.repeat(7)}</a>`, 'xml-record-too-large 1:211'],
    ['nodes', `<a>${'<b/>'.repeat(9)}</a>`, 'xml-record-too-large 1:36'],
    ['nodes, attributes', `<a>${'<b c="" d=""/>'.repeat(3)}</a>`, 'xml-record-too-large 1:32'],
    ['attributes', '<a b="" c="" d="" e=""/>', 'xml-too-many-attributes 1:1'],
    ['a name', '<abcdefghijk/>', 'xml-name-too-long 1:2'],
  ])('holds for %s', (_, text, expected) => {
    expect(verdict(text, { limits })).toBe(expected);
    expect(verdict(text, { limits, pieces: 1 }).split(' ')[0], 'in pieces').toBe(expected.split(' ')[0]);
  });

  it('lets pass what just fits', () => {
    const fits = [
      '<a><b><c><d/></c></b></a>',
      `<a>${'x'.repeat(50)}</a>`,
      `<a><![CDATA[${'x'.repeat(50)}]]></a>`,
      `<a b="${'x'.repeat(50)}"/>`,
      `<a>${'<b/>'.repeat(8)}</a>`,
      '<a b="" c="" d=""/>',
      '<abcdefghij/>',
    ];
    for (const text of fits) {
      expect(verdict(text, { limits })).toBe('accepted');
      expect(verdict(text, { limits, pieces: 1 })).toBe('accepted');
    }
  });

  it('stops waiting for the end of a text, tag or comment that is over the limit already', () => {
    for (const start of [
      '<a>x',
      '<a><![CDATA[',
      '<a><!--',
      '<a><?x ',
      '<a b="',
      '<a ',
      '<',
      '</',
      '<a><b></b ',
    ]) {
      expect(verdict(start + 'x'.repeat(200), { limits, pieces: 1 })).toMatch(
        /^xml-(text|markup|name)-too-long|^xml-(malformed|tag-mismatch)/,
      );
    }
  });
});

function failure(text: string, records = ['*']): UnreadableInputError {
  try {
    scan(text, { records });
  } catch (error) {
    if (error instanceof UnreadableInputError) return error;
    throw error;
  }
  throw new Error('was accepted');
}
