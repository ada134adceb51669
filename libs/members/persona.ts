/** What a member is in one group under another name: all that the group knows of them. */
export interface Persona {
  readonly name: string;
  /** One of the six tints; nothing: the one that the membership's id gives. */
  readonly colour: string;
  readonly pronouns: string;
  readonly about: string;
  /** Ids of the reference data. */
  readonly practices: readonly string[];
}

/** A persona that says nothing but its name. */
export const named = (name: string): Persona => ({
  ...{ name, colour: '', pronouns: '', about: '', practices: [] },
});

/** As a membership keeps it; without one it says nothing. `since`: from when on it is worn. */
export const personaColumns = (persona: Persona | null, since: Date) => ({
  personaName: persona?.name ?? null,
  personaColour: persona?.colour ?? '',
  personaPronouns: persona?.pronouns ?? '',
  personaAbout: persona?.about ?? '',
  personaPractices: [...(persona?.practices ?? [])],
  personaSince: persona && since,
});
