import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkup, markup, scriptJson } from './markup.js';

const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x20, max: 0x40 })), {
    maxLength: 40,
  })
  .map((units) => String.fromCharCode(...units));

describe('markup', () => {
  it('escapes what is put in, in text and in attributes', () => {
    expect(markup`<p title="${`"'`}">${'<b>&'}</p>`.text).toBe('<p title="&quot;&#39;">&lt;b&gt;&amp;</p>');
  });

  it('takes markup as it is, lists one after another, zero as a number and nothing for what is absent', () => {
    const items = [markup`<li>${1}</li>`, markup`<li>${0}</li>`];
    expect(markup`<ul>${items}${null}${undefined}${false}</ul>`.text).toBe('<ul><li>1</li><li>0</li></ul>');
  });

  it('lets no character of markup through, and loses none', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeMarkup(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(
          escaped
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&quot;', '"')
            .replaceAll('&#39;', "'")
            .replaceAll('&amp;', '&'),
        ).toBe(text);
      }),
    );
  });
});

describe('scriptJson', () => {
  it('holds no end of an element or beginning of a comment, and reads back the same', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--', '<script', ']]>'))),
        (texts) => {
          const { text } = scriptJson(texts);
          expect(text).not.toContain('<');
          expect(JSON.parse(text)).toEqual(texts);
        },
      ),
    );
  });
});
