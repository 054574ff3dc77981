const declaration =
  /^<\?xml[\t\n\r ]+version[\t\n\r ]*=[\t\n\r ]*(?:"1\.\d+"|'1\.\d+')(?:[\t\n\r ]+encoding[\t\n\r ]*=[\t\n\r ]*("[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[\t\n\r ]+standalone[\t\n\r ]*=[\t\n\r ]*(?:"(?:yes|no)"|'(?:yes|no)'))?[\t\n\r ]*\?>/;

/** Whether the text is an XML declaration, `<?xml ... ?>`; any 1.x is read as 1.0 (XML 1.0, 2.8). */
export function isXmlDeclaration(text: string): boolean {
  return declaration.exec(text)?.[0].length === text.length;
}

/** The encoding that an XML declaration at the very start of `text` names, in lower case. */
export function declaredXmlEncoding(text: string): string | undefined {
  return declaration.exec(text)?.[1]?.slice(1, -1).toLowerCase();
}
