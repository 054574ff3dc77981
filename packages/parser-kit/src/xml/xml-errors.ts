/** Every code that the XML reader's errors have, with what a person can do about it. */
export const xmlHelp = {
  'xml-truncated':
    'The file is incomplete: the export or the transfer broke off. Export or send the file again; nothing of it may be kept.',
  'xml-no-root': 'Check that the right file was chosen and that the export ran to its end.',
  'xml-malformed': 'The file is damaged or was edited by hand. Export it again.',
  'xml-tag-mismatch': 'The file is damaged or was edited by hand. Export it again.',
  'xml-duplicate-attribute': 'The file is damaged or was edited by hand. Export it again.',
  'xml-stray-text': 'The file is damaged, or something was added before or behind the XML. Export it again.',
  'xml-several-roots': 'Two exports may have been joined into one file. Send each as a file of its own.',
  'xml-entity':
    'An "&" in a name or address must be written as "&amp;". Report it to the supplier of the software.',
  'xml-character':
    'A control character was pasted into a field in the MIS. Remove it there at the line given, and export again.',
  'xml-doctype': 'No format that is read here has a DOCTYPE. Check where the file comes from.',
  'xml-too-deep': 'No format that is read here nests like that. Check where the file comes from.',
  'xml-record-too-large': 'Check where the file comes from, or raise the limit if it is right.',
  'xml-text-too-long': 'Check where the file comes from, or raise the limit if it is right.',
  'xml-markup-too-long': 'Check where the file comes from, or raise the limit if it is right.',
  'xml-name-too-long': 'Check where the file comes from, or raise the limit if it is right.',
  'xml-too-many-attributes': 'Check where the file comes from, or raise the limit if it is right.',
} as const satisfies Record<string, string>;

export type XmlErrorCode = keyof typeof xmlHelp;
