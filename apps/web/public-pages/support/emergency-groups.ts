import type { Language } from '../language.js';

/** A text in Spanish, and in the other languages where the administrators have it. */
export interface EmergencyText {
  readonly es: string;
  readonly pt?: string | null;
  readonly en?: string | null;
}

export interface EmergencyTerritory {
  readonly id: string;
  readonly name: string;
}

export interface EmergencyGroup<Line> {
  /** Null for the whole region. */
  readonly territory: EmergencyTerritory | null;
  readonly lines: readonly Line[];
}

/** The text in this language, or else in Spanish. `lang` is the language of the text. */
export function emergencyTextIn(
  text: EmergencyText,
  language: Language,
): { readonly text: string; readonly lang: Language } {
  const own = text[language];
  return own ? { text: own, lang: language } : { text: text.es, lang: 'es' };
}

/** The number as a telephone dials it, for `tel:`. */
export const telephoneUrl = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** The territories that have lines of their own, by name. */
export function territoriesOf(
  lines: readonly { readonly territory?: EmergencyTerritory | null }[],
  language: Language,
): EmergencyTerritory[] {
  const byId = new Map(
    lines.flatMap(({ territory }) => (territory ? [[territory.id, territory]] : [])),
  );
  return [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name, language));
}

/**
 * Groups the lines by territory: the chosen territory first, then the whole region, then the other territories by name.
 * Every line is in a group, so that a wrong choice hides no number. The order within a group stays.
 */
export function groupEmergencyLines<
  Line extends { readonly territory?: EmergencyTerritory | null },
>(
  lines: readonly Line[],
  chosenId: string | undefined,
  language: Language,
): EmergencyGroup<Line>[] {
  const territories = territoriesOf(lines, language);
  const chosen = territories.filter(({ id }) => id === chosenId);
  const others = territories.filter(({ id }) => id !== chosenId);
  return [...chosen, null, ...others]
    .map((territory) => ({
      territory,
      lines: lines.filter((line) => (line.territory?.id ?? null) === (territory?.id ?? null)),
    }))
    .filter((group) => group.lines.length > 0);
}
