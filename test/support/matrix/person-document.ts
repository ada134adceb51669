/** Every field of a person card in the directory. */
export const CARD_FIELDS = `id name takesRequests avatar colour issueAreas(language: es) { id } practices(language: es) { id }
  territories(language: es) { id } languages(language: es) { id } interprets(language: es) { id }`;

/** Every field of a person. */
export const PERSON_FIELDS = `${CARD_FIELDS} viewerCan pronouns about supportSought otherSkills organisation contact
  seeks(language: es) { id } skills(language: es) { id } region(language: es) { id }`;

export const PERSON_QUERY = `query($id: ID!) { person(id: $id) { ${PERSON_FIELDS} } }`;
