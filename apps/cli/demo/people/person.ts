import type { Language } from '#kernel/language.js';

/** A fictional member of the demo world. Nobody here exists; addresses end in `trama.example`, which never can. */
export interface DemoPerson {
  /** The sign-in is `<handle>@trama.example`. */
  readonly handle: string;
  readonly language: Language;
  readonly name: string;
  readonly pronouns: string | undefined;
  /** Slugs of terms, here and below. */
  readonly practices: readonly string[];
  readonly issueAreas: readonly string[];
  readonly territories: readonly string[];
  readonly region: string | undefined;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly supportSought: string | undefined;
  /** Skills that they look for. */
  readonly seeks: readonly string[];
  /** Languages between which they can interpret. */
  readonly interprets: readonly string[];
  readonly about: string;
  readonly organisation: string | undefined;
  readonly reach: string;
  /** The answer to the one question at joining: may vetted members find you by your work? */
  readonly isFindable: boolean;
  /** Whether they take requests to meet. */
  readonly takesRequests: boolean;
  /** Set where the story needs it; otherwise the plan of arrivals spreads people over the year. */
  readonly joinedDaysAgo: number | undefined;
}

export interface PersonNotes {
  readonly pronouns?: string;
  readonly practices: string;
  readonly issueAreas: string;
  /** Countries and shared territories; a first-level region such as `BR-AM` is kept apart. */
  readonly territories: string;
  readonly languages: string;
  readonly skills: string;
  readonly supportSought?: string;
  readonly seeks?: string;
  readonly interprets?: string;
  readonly about: string;
  readonly organisation?: string;
  readonly reach?: string;
  readonly isFindable?: boolean;
  readonly takesRequests?: boolean;
  readonly joinedDaysAgo?: number;
}

const isRegion = (slug: string) => /^[A-Z]{2}-/.test(slug);

/** Makes a person from short notes; lists are slugs with a space between. */
export function person(
  handle: string,
  language: Language,
  name: string,
  notes: PersonNotes,
): DemoPerson {
  const places = notes.territories.split(' ');
  return {
    handle,
    language,
    name,
    pronouns: notes.pronouns,
    practices: notes.practices.split(' '),
    issueAreas: notes.issueAreas.split(' '),
    territories: places.filter((slug) => !isRegion(slug)),
    region: places.find(isRegion),
    languages: notes.languages.split(' '),
    skills: notes.skills.split(' '),
    supportSought: notes.supportSought,
    seeks: notes.seeks?.split(' ') ?? [],
    interprets: notes.interprets?.split(' ') ?? [],
    about: notes.about,
    organisation: notes.organisation,
    reach: notes.reach ?? `${handle}.buzon@trama.example`,
    isFindable: notes.isFindable ?? true,
    takesRequests: notes.takesRequests ?? true,
    joinedDaysAgo: notes.joinedDaysAgo,
  };
}
