/** Persons are looked up by both names too. */
export const personNames = `
CREATE INDEX person_link_names ON rollbook.person_link ((lower(surname) || E'\\n' || lower(forename)));
`;
