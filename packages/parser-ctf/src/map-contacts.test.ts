import { describe, expect, it } from 'vitest';
import { parsePupil, PUPIL_KEY } from './__fixtures__/parse-text.js';

describe('mapContacts', () => {
  it('reads a contact at the pupil’s address', async () => {
    const { of } = await parsePupil(
      `<Contacts><Contact><Order>2</Order><Surname>Example</Surname><Gender>F</Gender><Relationship>PAM</Relationship>
       <Responsibility>true</Responsibility><Address><AddressAsPupil>true</AddressAsPupil></Address></Contact></Contacts>`,
    );
    const [{ provenance, ...contact } = { provenance: undefined }] = of('contact');
    expect(contact).toEqual({
      kind: 'contact',
      key: `${PUPIL_KEY}|example||PAM`,
      pupilKey: PUPIL_KEY,
      school: '8562001',
      priority: 2,
      surname: 'Example',
      sex: 'F',
      relationship: 'PAM',
      parentalResponsibility: true,
      livesWithPupil: true,
    });
    expect(provenance?.place.path).toBe('/CTfile/CTFpupilData/Pupil[1]/Contacts/Contact[1]');
  });

  it('keeps the position of address lines', async () => {
    const { of } = await parsePupil(
      '<Contacts><Contact><Surname>A</Surname><Address><AddressLines><AddressLine2>b</AddressLine2></AddressLines></Address></Contact></Contacts>',
    );
    expect(of('contact')[0]?.address).toEqual({ lines: ['', 'b'] });
  });

  it.each(['0', 'first', '-1', '1.5'])('leaves out the order %s and says so', async (order) => {
    const { of, issues } = await parsePupil(
      `<Contacts><Contact><Order>${order}</Order><Surname>A</Surname></Contact></Contacts>`,
    );
    expect(of('contact')[0]).toMatchObject({ sent: { priority: order } });
    expect(of('contact')[0]).not.toHaveProperty('priority');
    expect(issues).toMatchObject([
      { code: 'ctf-number-unreadable', field: 'priority', record: { kind: 'contact', pupilKey: PUPIL_KEY } },
    ]);
  });

  it('keeps a contact without name and relationship whole', async () => {
    const { of, issues } = await parsePupil('<Contacts><Contact><Title>Mr</Title></Contact></Contacts>');
    expect(of('contact')).toEqual([]);
    expect(of('unreadable')).toMatchObject([
      { intended: 'contact', pupilKey: PUPIL_KEY, raw: { Title: 'Mr' } },
    ]);
    expect(issues).toMatchObject([{ code: 'ctf-record-unreadable', severity: 'error', field: 'surname' }]);
  });

  it('says when nothing tells two contacts apart', async () => {
    const contact = '<Contact><Surname>Smith</Surname><Relationship>REL</Relationship></Contact>';
    const { of, issues } = await parsePupil(`<Contacts>${contact}${contact}</Contacts>`);
    expect(of('contact')).toHaveLength(2);
    expect(issues).toMatchObject([
      {
        code: 'ctf-record-repeated',
        severity: 'query',
        record: { kind: 'contact', key: of('contact')[1]?.key },
      },
    ]);
  });

  it('keeps a phone without a number and an unknown element', async () => {
    const { of } = await parsePupil(
      '<Contacts><Contact><Surname>A</Surname><Phones><Phone><TelephoneType>H</TelephoneType></Phone></Phones><Post>x</Post></Contact></Contacts>',
    );
    expect(of('contact')[0]).not.toHaveProperty('phones');
    expect(of('contact')[0]?.extensions).toEqual({ Phones: { Phone: { TelephoneType: 'H' } }, Post: 'x' });
  });
});
