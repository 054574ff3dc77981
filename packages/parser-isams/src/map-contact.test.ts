import { describe, expect, it } from 'vitest';
import { parsePupils, parseText } from './__fixtures__/parse.js';

function withContacts(contacts: string): ReturnType<typeof parseText> {
  return parseText(
    '<iSAMS><PupilManager><CurrentPupils><Pupil Id="1"><SchoolId>S1</SchoolId></Pupil><Pupil Id="2"><SchoolId>S2</SchoolId></Pupil></CurrentPupils>' +
      `<Contacts>${contacts}</Contacts></PupilManager></iSAMS>`,
  );
}

describe('contacts', () => {
  it('belong to every pupil named, and hold a second person', async () => {
    const { of, issues } = await withContacts(
      '<Contact Id="9"><Surname>A</Surname><SecondarySurname>B</SecondarySurname><SecondaryForename>C</SecondaryForename>' +
        '<Postcode>ZY1 1AB</Postcode><Pupils><Pupil Id="1"/><Pupil Id="2"/></Pupils></Contact>',
    );
    expect(of('contact').map(({ key, surname, address }) => [key, surname, address])).toEqual([
      ['id:S1|id:9', 'A', { postcode: 'ZY1 1AB' }],
      ['id:S1|id:9:2', 'B', { postcode: 'ZY1 1AB' }],
      ['id:S2|id:9', 'A', { postcode: 'ZY1 1AB' }],
      ['id:S2|id:9:2', 'B', { postcode: 'ZY1 1AB' }],
    ]);
    expect(issues).toEqual([]);
  });

  it.each([
    ['mother', 'PAM'],
    ['Step Mother', 'STM'],
    ['Father', 'PAF'],
    ['grandmother', 'FAM'],
    ['PAF', 'PAF'],
    ['copies to both houses', undefined],
  ])('are related as %s, which is %s', async (sent, relationship) => {
    const { of } = await withContacts(
      `<Contact><Surname>A</Surname><RelationshipRaw>${sent}</RelationshipRaw><Pupils><Pupil Id="1"/></Pupils></Contact>`,
    );
    expect(of('contact')[0]?.relationship).toBe(relationship);
    expect(of('contact')[0]?.extensions).toEqual(
      relationship === undefined ? { RelationshipRaw: sent } : undefined,
    );
  });

  it.each([
    ['Yes', true],
    ['No', false],
    ['Default', undefined],
  ])('have parental responsibility: %s', async (sent, expected) => {
    const { of } = await withContacts(
      `<Contact><Surname>A</Surname><ParentalResponsibility>${sent}</ParentalResponsibility><Pupils><Pupil Id="1"/></Pupils></Contact>`,
    );
    expect(of('contact')[0]?.parentalResponsibility).toBe(expected);
    expect(of('contact')[0]?.sent).toEqual({ parentalResponsibility: sent });
  });

  it('have several email addresses in one element, and lines of an address in their place', async () => {
    const { of } = await withContacts(
      '<Contact><Surname>A</Surname><EmailAddress>a@example.org; b@example.com</EmailAddress><Address1>1</Address1><Address3>3</Address3><Pupils><Pupil Id="1"/></Pupils></Contact>',
    );
    expect(of('contact')[0]).toMatchObject({
      emails: [{ address: 'a@example.org' }, { address: 'b@example.com' }],
      address: { lines: ['1', '', '3'] },
      sent: { 'emails.0.address': 'a@example.org; b@example.com' },
    });
  });

  it('of pupils who are not in the file, of nobody, or nobody themselves, are unreadable', async () => {
    const { of, issues } = await withContacts(
      '<Contact Id="1"><Surname>A</Surname><Pupils><Pupil Id="77"/><Pupil Id="1"/></Pupils></Contact>' +
        '<Contact Id="2"><Surname>B</Surname></Contact>' +
        '<Contact><MailMergeAll>1</MailMergeAll><Pupils><Pupil Id="1"/></Pupils></Contact>',
    );
    expect(of('contact')).toHaveLength(1);
    expect(of('unreadable').map(({ intended }) => intended)).toEqual(['contact', 'contact', 'contact']);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([
      ['isams-record-unidentified', undefined],
      ['isams-record-unidentified', undefined],
      ['isams-pupil-unknown', '77'],
    ]);
  });

  it('are told when the same stands twice', async () => {
    const contact = '<Contact Id="9"><Surname>A</Surname><Pupils><Pupil Id="1"/></Pupils></Contact>';
    const { issues } = await withContacts(contact + contact);
    expect(issues).toMatchObject([{ code: 'isams-record-repeated', record: { kind: 'contact' } }]);
  });

  it('of a file without pupils are tied by iSAMS’s ids', async () => {
    const { of, issues } = await parsePupils(
      [],
      '<ContactManager><Contacts><Contact><Surname>A</Surname><Pupils><Pupil Id="1"/></Pupils></Contact></Contacts></ContactManager>',
    );
    expect(of('contact')).toMatchObject([{ pupilKey: 'id:1' }]);
    expect(issues.map(({ code }) => code)).toEqual(['isams-pupils-missing']);
  });
});
