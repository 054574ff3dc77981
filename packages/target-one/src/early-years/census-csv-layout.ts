import {
  type ChildField,
  childNames,
  type CountField,
  countNames,
  type SettingField,
  settingNames,
  type StaffField,
  staffNames,
} from './census-names.js';

/**
 * Columns of the CSV. Only the header record (`H`) is public; the letters and columns of the others are ours (unconfirmed):
 * `E`, then the setting, its staff and its children by age, in the order of `census-names.ts`; `P`, then the URN of the
 * setting and the child. Several bases of funding stand in one cell with semicolons.
 */
export const settingColumns = Object.keys(settingNames) as readonly SettingField[];
export const staffColumns = Object.keys(staffNames) as readonly StaffField[];
export const countColumns = Object.keys(countNames) as readonly CountField[];
export const childColumns = Object.keys(childNames) as readonly ChildField[];

export const SETTING_ROW = 'E';
export const CHILD_ROW = 'P';
export const LIST = ';';
