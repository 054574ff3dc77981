import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import { describe, expect, it } from 'vitest';
import { writeSample } from './testing/sample-report.js';
import { xmlAttribute, xmlText } from './xml-text.js';

const count = (text: string, part: string | RegExp): number => text.split(part).length - 1;
const suites = (xml: string): string[] => xml.split(/(?=<testsuite )/).slice(1);
const attribute = (xml: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(xml)?.[1];

describe.each(['error', 'query'] as const)('failing on %s', (failOn) => {
  const xml = writeSample('junit', { failOn });

  it('counts what is there', () => {
    for (const suite of suites(xml)) {
      expect(Number(attribute(suite, 'tests'))).toBe(count(suite, '<testcase '));
      expect(Number(attribute(suite, 'failures'))).toBe(count(suite, '<failure '));
      expect(Number(attribute(suite, 'errors'))).toBe(count(suite, '<error '));
    }
    expect(suites(xml).map((suite) => attribute(suite, 'failures'))).toEqual([
      failOn === 'error' ? '1' : '2',
      '0',
      '0',
    ]);
    expect(suites(xml).map((suite) => attribute(suite, 'errors'))).toEqual(['0', '1', '0']);
    expect(suites(xml).map((suite) => attribute(suite, 'tests'))).toEqual(['5', '1', '4']);
  });

  // As the schemas of Ant's JUnit task and Jenkins' xUnit plugin have it; see docs/reports.md.
  it('has what the schemas ask for, in their order', () => {
    suites(xml).forEach((suite, index) => {
      expect(attribute(suite, 'id')).toBe(String(index));
      expect(attribute(suite, 'timestamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
      for (const name of ['name', 'package', 'hostname', 'time']) expect(attribute(suite, name)).toBeTruthy();
      const order = [...suite.matchAll(/<(properties|testcase|system-out|system-err)\b/g)].map(
        ([, name]) => name,
      );
      const distinct = order.filter((name, at) => name !== order[at - 1]);
      expect(distinct).toEqual(['properties', 'testcase', 'system-out', 'system-err']);
      for (const [tag] of suite.matchAll(/<testcase [^>]*>/g))
        for (const name of ['name', 'classname', 'time']) expect(attribute(tag, name)).toBeTruthy();
      for (const [tag] of suite.matchAll(/<(failure|error) [^>]*>/g))
        expect(attribute(tag, 'type')).toBeTruthy();
    });
    expect(attribute(/<testsuites[^>]*>/.exec(xml)?.[0] ?? '', 'name')).toBe(undefined);
  });
});

it('puts milder codes into system-out', () => {
  expect(writeSample('junit')).toContain('query mark-unknown Mark is no code of its day: 1');
});

it('is well-formed with any text', async () => {
  const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 50 }), 200);
  const all = [...texts, '\u0000\u001b]]>&<"\'\ud800\ufffe\uffff'];
  const contents = `<a>${all.map((text) => `<b c="${xmlAttribute(text)}">${xmlText(text)}</b>`).join('\n')}</a>`;
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType>
    <xs:sequence><xs:element name="b" maxOccurs="unbounded"><xs:complexType><xs:simpleContent>
    <xs:extension base="xs:string"><xs:attribute name="c" type="xs:string"/></xs:extension>
    </xs:simpleContent></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>`;
  const { valid, errors } = await validateXML({
    xml: { fileName: 'a.xml', contents },
    schema: { fileName: 'a.xsd', contents: schema },
  });
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
}, 60_000);
