/** Everything that can be asked of a person. */
export const PERSON_FIELDS = `id viewerCan name colour pronouns about supportSought organisation contact
  issueAreas(language: es) { id } practices(language: es) { id } territories(language: es) { id }
  languages(language: es) { id } skills(language: es) { id } region(language: es) { id }`;

export const PERSON = `query($id: ID!) { person(id: $id) { ${PERSON_FIELDS} } }`;
