import { type CanonicalRecord, type Enrolment, type JsonValue, type Pupil, spellKey } from '@rollbook/model';
import type { Item } from '@rollbook/parser-kit';
import type { JsonObject } from './json.js';
import { RecordDraft } from './record-draft.js';

type SpellKind = 'fsm-spell' | 'sen-provision' | 'looked-after' | 'service-child' | 'pupil-premium';

/** What a pupil's details say of one kind, without dates. */
interface Spell {
  readonly fields: Record<string, string | boolean>;
  readonly draft: RecordDraft;
}

/** A pupil while it is being read, with what its includes give. */
export class PupilTarget {
  readonly pupil: Pupil;
  readonly enrolment: Enrolment;
  /** Of the enrolment. */
  readonly registration: RecordDraft;
  readonly names: { surname?: string; forename?: string; legalSurname?: string; legalForename?: string } = {};
  readonly contacts: JsonObject[] = [];
  readonly needs: JsonObject[] = [];
  readonly results: JsonObject[] = [];
  localUpn: string | undefined;
  year: JsonValue | undefined;
  /** True when something was said of the registration. */
  registered = false;
  readonly #spells = new Map<SpellKind, Spell>();

  constructor(draft: RecordDraft) {
    const { base, provenance } = draft;
    this.pupil = { kind: 'pupil', key: '', ...base, provenance };
    this.enrolment = { kind: 'enrolment', key: '', ...base, provenance, pupilKey: '' };
    if (base.school !== undefined) this.enrolment.attended = base.school;
    this.registration = new RecordDraft(draft.context, draft.item);
  }

  spell(kind: SpellKind): Spell {
    let spell = this.#spells.get(kind);
    if (spell === undefined) {
      const { context, item } = this.registration;
      spell = { fields: {}, draft: new RecordDraft(context, item, 'extended_details.') };
      this.#spells.set(kind, spell);
    }
    return spell;
  }

  finishSpells(pupilKey: string): Item[] {
    const items: Item[] = [];
    for (const [kind, { fields, draft }] of this.#spells) {
      const record = {
        kind,
        key: spellKeyOf(kind, pupilKey, fields),
        ...draft.base,
        provenance: draft.provenance,
        pupilKey,
        ...fields,
      } as CanonicalRecord;
      items.push(...draft.finish(record));
    }
    return items;
  }
}

function spellKeyOf(kind: SpellKind, pupil: string, fields: Spell['fields']): string {
  switch (kind) {
    case 'sen-provision':
      return spellKey(pupil, undefined, fields.provision as string | undefined);
    case 'fsm-spell':
    case 'pupil-premium':
      return spellKey(pupil, undefined, undefined);
    case 'looked-after':
    case 'service-child':
      return spellKey(pupil, undefined);
  }
}
