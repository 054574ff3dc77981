/** `FIXD` and `FXD` are older words for a suspension, as are the names that schools give them. */
export const suspensionCodes = {
  'exclusion-categories': {
    FIXD: 'SUSP',
    FXD: 'SUSP',
    Fixed: 'SUSP',
    'Fixed Term': 'SUSP',
    'Fixed Term Exclusion': 'SUSP',
    'Fixed Period': 'SUSP',
    'Fixed Period Exclusion': 'SUSP',
  },
} as const;
