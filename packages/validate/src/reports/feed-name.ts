const MONTHS =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;

/**
 * What stays the same in the names of a feed's files: letters in lower case, without endings, digits and names of
 * months. `8564001_CTF_12Sept2026.xml` and `8564001_CTF_03Oct2026.xml` are both `ctf`.
 */
export function feedStem(name: string): string {
  const dot = name.lastIndexOf('.');
  return (dot > 0 ? name.slice(0, dot) : name)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !MONTHS.test(word))
    .join('-');
}
