import { describe, expect, it } from 'vitest';
import { sniffXmlRoot, sniffXmlText } from './sniff.js';

describe('sniffXmlRoot', () => {
  it('finds the root behind declaration, comments and white space', () => {
    const text =
      '\ufeff<?xml version="1.0"?>\n<!-- <b/> -->\n<?x y?><c:CTFile a="1" b=\'&lt;&#65;\n\'\n xmlns:c = "urn:ctf" >';
    expect(sniffXmlRoot(text)).toMatchObject({
      name: 'CTFile',
      prefix: 'c',
      attributes: { a: '1', b: '<A ', 'xmlns:c': 'urn:ctf' },
      namespace: 'urn:ctf',
    });
  });

  it('knows the default namespace, and that there is none', () => {
    expect(sniffXmlRoot('<a xmlns="urn:x">')).toMatchObject({
      name: 'a',
      prefix: undefined,
      namespace: 'urn:x',
    });
    expect(sniffXmlRoot('<a/>')!.namespace).toBeUndefined();
    expect(sniffXmlRoot('<a b="1" c="cut of')!.attributes).toEqual({ b: '1' });
  });

  it.each(['', 'UPN,Surname', '{"a":1}', '<!DOCTYPE a><a/>', '<', '<a', '<!-- cut', '< a>', '</a>', 'x<a/>'])(
    'finds none in %j',
    (text) => {
      expect(sniffXmlRoot(text)).toBeUndefined();
    },
  );

  it('takes no longer for hostile heads', () => {
    const started = performance.now();
    for (const part of ['<!--', '<?', ' ', '<a ', '<a b="', '<!-- --', '\n<? ?']) {
      sniffXmlRoot(part.repeat(65_536 / part.length));
      sniffXmlRoot(`<a ${part.repeat(60_000 / part.length)}`);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('sniffXmlText', () => {
  it('finds the text of the first element of the name', () => {
    const text =
      '<F><x:Version a="1"> 25.0 </x:Version><Version>1</Version><V.n>a&amp;b</V.n><E></E><P>1<Q/></P>';
    expect(sniffXmlText(text, 'Version')).toBe('25.0');
    expect(sniffXmlText(text, 'V.n')).toBe('a&b');
    expect(sniffXmlText(text, 'E')).toBe('');
    expect(sniffXmlText(text, 'Vxn')).toBeUndefined();
    expect(sniffXmlText(text, 'ersion')).toBeUndefined();
    expect(sniffXmlText('<Version>25', 'Version')).toBeUndefined();
  });
});
