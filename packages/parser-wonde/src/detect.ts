import { type Detection, type Head, sniffJson } from '@rollbook/parser-kit';

const ADDRESS = /"(?:next|previous)"\s*:\s*"https?:[\\/]+[^"]*wonde\.com/;
const DETAILS = /"(education|extended)_details"\s*:\s*\{\s*"data"\s*:/;
const ERROR = /^\s*\{\s*"error"\s*:\s*"(?:invalid_include|invalid_permissions|resource_not_found)"/;

/** JSON of Wonde's API by what only it has: `upi` and `mis_id`, dates with `timezone_type`, addresses at wonde.com. */
export function detect({ text }: Head): Detection | undefined {
  const json = sniffJson(text);
  if (json === undefined) return undefined;
  const misId = /"mis_id"\s*:/.test(text);
  if (misId && /"timezone_type"\s*:/.test(text))
    return { confidence: 1, reason: 'JSON with mis_id and dates that have a timezone_type' };
  if (ADDRESS.test(text)) return { confidence: 1, reason: 'JSON with the address of a page at wonde.com' };
  const keys = new Set([...json.keys, ...json.firstItemKeys, ...(json.keysWithin.get('data') ?? [])]);
  if (misId && /"upi"\s*:/.test(text))
    return { confidence: 0.95, reason: 'JSON of objects with upi and mis_id' };
  const details = DETAILS.exec(text)?.[1];
  if (details !== undefined)
    return { confidence: 0.95, reason: `JSON with ${details}_details that hold data` };
  if (keys.has('session') && (keys.has('attendance_code') || keys.has('attendance_code_id')))
    return { confidence: 0.8, reason: 'JSON of marks with session and attendance_code' };
  if (keys.has('mis_id') && (json.keys.includes('data') || keys.has('student') || keys.has('code')))
    return { confidence: 0.7, reason: 'JSON of objects with mis_id' };
  return ERROR.test(text) ? { confidence: 0.6, reason: 'JSON of an error answer of Wonde' } : undefined;
}
