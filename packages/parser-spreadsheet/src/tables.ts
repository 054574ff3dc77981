/** A ZIP, which an .xlsx and an .ods are. */
export function isWorkbook(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b;
}

/** The container of .xls, and of an .xlsx with a password. */
export function isOldWorkbook(head: Uint8Array): boolean {
  return head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0;
}
