import { describe, expect, it } from 'vitest';
import { addressLines } from './address-lines.js';

describe('addressLines', () => {
  it('has flat, house, street and locality on lines of their own', () => {
    const address = {
      saon: 'Flat 2',
      paon: '14',
      street: 'Weir Road',
      locality: 'Northend',
      town: 'Testham',
      postTown: 'LEICESTER',
      administrativeArea: 'Testshire',
      postcode: 'ZZ99 9ZZ',
      uprn: '10001234567',
    };
    expect(addressLines(address)).toEqual({
      address: {
        addressLine1: 'Flat 2',
        addressLine2: '14',
        addressLine3: 'Weir Road',
        addressLine4: 'Northend',
        town: 'Testham',
        county: 'Testshire',
        postcode: 'ZZ99 9ZZ',
      },
      joined: false,
    });
    expect(addressLines({ paon: '14', street: 'Weir Road', locality: ' ' }).address).toEqual({
      addressLine2: '14',
      addressLine3: 'Weir Road',
    });
  });

  it('has lines in their order, and puts what is too much on the fourth', () => {
    expect(addressLines({ lines: ['a', 'b', 'c', 'd'], town: 't' })).toEqual({
      address: { addressLine1: 'a', addressLine2: 'b', addressLine3: 'c', addressLine4: 'd', town: 't' },
      joined: false,
    });
    expect(addressLines({ lines: ['a', 'b', 'c', 'd', 'e'] })).toEqual({
      address: { addressLine1: 'a', addressLine2: 'b', addressLine3: 'c', addressLine4: 'd, e' },
      joined: true,
    });
  });

  it('goes by the parts where both are there, and keeps a flat beside lines', () => {
    const lines = ['14 Weir Road', 'Northend'];
    expect(addressLines({ lines, paon: '14', street: 'Weir Road' }).address).toEqual({
      addressLine2: '14',
      addressLine3: 'Weir Road',
    });
    expect(addressLines({ lines, saon: 'Flat 2' }).address).toEqual({
      addressLine1: 'Flat 2',
      addressLine2: '14 Weir Road',
      addressLine3: 'Northend',
    });
  });

  it('is empty for an empty one', () => {
    expect(addressLines({})).toEqual({ address: {}, joined: false });
  });
});
