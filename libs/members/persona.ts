/** A member's identity under another name in one group: everything that the group knows of them. */
export interface Persona {
  readonly name: string;
  /** One of the six colours; empty for the colour derived from the membership's id. */
  readonly colour: string;
  readonly pronouns: string;
  readonly about: string;
  /** Ids of practices in the reference data. */
  readonly practices: readonly string[];
}

/** Creates a persona with only a name. */
export const newPersona = (name: string): Persona => ({
  ...{ name, colour: '', pronouns: '', about: '', practices: [] },
});

/** The columns of a membership for a persona, empty without one. `since` is the start of its use. */
export const personaColumns = (persona: Persona | null, since: Date) => ({
  personaName: persona?.name ?? null,
  personaColour: persona?.colour ?? '',
  personaPronouns: persona?.pronouns ?? '',
  personaAbout: persona?.about ?? '',
  personaPractices: [...(persona?.practices ?? [])],
  personaSince: persona && since,
});
