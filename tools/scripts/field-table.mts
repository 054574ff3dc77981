// Makes docs/formats/fields.md anew: npx tsx tools/scripts/field-table.mts (after npm run build)
import { writeFileSync } from 'node:fs';
import { syntheticFormats } from '@rollbook/synthetic';
import { fieldTable } from '../../packages/synthetic/src/formats/field-table.js';

writeFileSync(new URL('../../docs/formats/fields.md', import.meta.url), fieldTable(syntheticFormats));
