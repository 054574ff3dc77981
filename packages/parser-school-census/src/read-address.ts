import type { Address } from '@rollbook/model';
import type { XmlElement } from '@rollbook/parser-kit';
import { ElementFields, readContainer, readModule, type ReadField } from './element-fields.js';
import type { RecordDraft } from './record-draft.js';

type AddressText =
  | 'saon'
  | 'paon'
  | 'street'
  | 'locality'
  | 'town'
  | 'administrativeArea'
  | 'postTown'
  | 'uprn'
  | 'county'
  | 'postcode'
  | 'country';

function text(field: AddressText): ReadField<Address> {
  const name = `address.${field}`;
  return (address, element, draft) => {
    const value = draft.text(element, name);
    if (value !== undefined) address[field] = value;
  };
}

function number(field: 'easting' | 'northing'): ReadField<Address> {
  const name = `address.${field}`;
  return (address, element, draft) => {
    const value = draft.number(element, name);
    if (value !== undefined) address[field] = value;
  };
}

/** A line keeps its position: one that is missing before it becomes empty. */
function line(index: number): ReadField<Address> {
  const name = `address.lines.${index + 1}`;
  return (address, element, draft) => {
    const value = draft.text(element, name);
    if (value === undefined) return;
    const lines = (address.lines ??= []);
    while (lines.length < index) lines.push('');
    lines[index] = value;
  };
}

const container: ReadField<Address> = (address, element, draft) => {
  readModule(element, ADDRESS_FIELDS, address, draft);
};

/** Parts and lines stand in the address itself or in containers, by version and writer. */
const ADDRESS_FIELDS: ElementFields<Address> = new ElementFields<Address>({
  BS7666Address: container,
  AddressLines: container,
  SAON: text('saon'),
  PAON: text('paon'),
  Street: text('street'),
  Locality: text('locality'),
  Town: text('town'),
  AdministrativeArea: text('administrativeArea'),
  PostTown: text('postTown'),
  UniquePropertyReferenceNumber: text('uprn'),
  UPRN: text('uprn'),
  AddressLine1: line(0),
  AddressLine2: line(1),
  AddressLine3: line(2),
  AddressLine4: line(3),
  AddressLine5: line(4),
  County: text('county'),
  Postcode: text('postcode'),
  Zip: (_, element, draft) => {
    draft.keep(element);
  },
  Country: text('country'),
  Easting: number('easting'),
  Northing: number('northing'),
});

/** An `Address`; undefined when it says nothing. */
export function readAddress(element: XmlElement, draft: RecordDraft): Address | undefined {
  const address: Address = {};
  readContainer(element, ADDRESS_FIELDS, address, draft);
  for (const _ in address) return address;
  return undefined;
}
