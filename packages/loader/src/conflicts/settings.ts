import { laestabSchema } from '@rollbook/model';
import { z } from 'zod';
import { dataGroups, isDataGroup, isFixedGroup, type DataGroup } from './data-groups.js';

/**
 * What becomes of a value that differs from the one held. The first four are those of One Education
 * (docs/conflicts.md); `newest-wins` goes by the dates of the files.
 */
export const processingRules = [
  'always-import',
  'always-conflict',
  'import-if-empty',
  'dont-import',
  'newest-wins',
] as const;
export const processingRuleSchema = z.enum(processingRules);
export type ProcessingRule = z.infer<typeof processingRuleSchema>;

/** The rule of a group for which none was set, as for a new base in One Education. */
export const defaultRule: ProcessingRule = 'always-conflict';

const groupRulesSchema = z.partialRecord(z.enum(dataGroups), processingRuleSchema);

/**
 * The rules of a council: by data group, and by school where a school's differ. A group without a rule has
 * `always-conflict`. Attendance and school history are always imported.
 */
export const processingSettingsSchema = z.strictObject({
  default: groupRulesSchema.optional(),
  /** By LAESTAB. */
  schools: z.record(laestabSchema, groupRulesSchema).optional(),
});
export type ProcessingSettings = z.infer<typeof processingSettingsSchema>;

/** Settings that can't be used. The message has one line a fault, each with where it stands. */
export class ProcessingSettingsError extends Error {
  override readonly name = 'ProcessingSettingsError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/**
 * Reads a council's settings.
 *
 * @param input JSON text, or what it stands for.
 * @throws ProcessingSettingsError
 */
export function parseProcessingSettings(input: unknown): ProcessingSettings {
  let value = input;
  if (typeof input === 'string') {
    try {
      value = JSON.parse(input);
    } catch {
      throw new ProcessingSettingsError(['The settings are no JSON.']);
    }
  }
  const faults = faultsOf(value);
  if (faults.length > 0) throw new ProcessingSettingsError(faults);
  return processingSettingsSchema.parse(value);
}

/** By hand and not from the schema, whose own words are for programmers. */
function faultsOf(value: unknown): string[] {
  if (!isObject(value)) return ['The settings are an object with "default", "schools", or both.'];
  const faults: string[] = [];
  for (const [name, part] of Object.entries(value)) {
    if (name === 'default') groupFaults(part, name, faults);
    else if (name !== 'schools') faults.push(`${shown(name)}: unknown; known are default and schools.`);
    else if (!isObject(part)) faults.push('schools: it takes an object of rules by LAESTAB.');
    else {
      for (const [school, rules] of Object.entries(part)) {
        if (laestabSchema.safeParse(school).success) groupFaults(rules, `schools.${school}`, faults);
        else faults.push(`schools.${shown(school)}: a school is a LAESTAB, seven digits, such as 8562001.`);
      }
    }
  }
  return faults;
}

function groupFaults(rules: unknown, where: string, faults: string[]): void {
  if (!isObject(rules)) {
    faults.push(`${where}: it takes an object of rules by data group.`);
    return;
  }
  for (const [group, rule] of Object.entries(rules)) {
    const place = `${where}.${shown(group)}`;
    if (!isDataGroup(group)) faults.push(`${place}: no such data group; known are ${dataGroups.join(', ')}.`);
    else if (!processingRuleSchema.safeParse(rule).success)
      faults.push(`${place}: no such rule; known are ${processingRules.join(', ')}.`);
    else if (isFixedGroup(group) && rule !== 'always-import')
      faults.push(`${place}: it is always imported and takes no other rule; leave it out.`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name of the settings, short and on one line. */
function shown(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 40);
}

/** The rule for what a school sends. @param school LAESTAB; null for records under no school. */
export function ruleFor(
  settings: ProcessingSettings | undefined,
  school: string | null,
  group: DataGroup,
): ProcessingRule {
  if (isFixedGroup(group)) return 'always-import';
  const own = school === null ? undefined : settings?.schools?.[school]?.[group];
  return own ?? settings?.default?.[group] ?? defaultRule;
}
