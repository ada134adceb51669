import type { Language } from '#kernel/language.js';

/** A fictional member of the demo world. Their addresses end in `trama.example`, which is reserved and cannot exist. */
export interface DemoPerson {
  /** The sign-in is `<handle>@trama.example`. */
  readonly handle: string;
  readonly language: Language;
  readonly name: string;
  readonly pronouns: string | undefined;
  /** Slugs of terms; the next properties contain slugs too. */
  readonly practices: readonly string[];
  readonly issueAreas: readonly string[];
  readonly territories: readonly string[];
  readonly region: string | undefined;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly supportSought: string | undefined;
  /** Skills that the person seeks. */
  readonly seeks: readonly string[];
  /** Languages between which the person can interpret. */
  readonly interprets: readonly string[];
  readonly about: string;
  readonly organisation: string | undefined;
  readonly reach: string;
  /** The answer to the joining question: may vetted members find you by your work? */
  readonly isFindable: boolean;
  /** Whether the person takes requests for introductions. */
  readonly takesRequests: boolean;
  /** Set where the demo needs a fixed day. Otherwise the day is chosen at random. */
  readonly joinedDaysAgo: number | undefined;
}

export interface DemoPersonNotes {
  readonly pronouns?: string;
  readonly practices: string;
  readonly issueAreas: string;
  /** Countries and shared territories. A first-level region such as `BR-AM` is moved to `region`. */
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

/** Creates a person from short notes. Lists are slugs separated by spaces. */
export function createDemoPerson(
  handle: string,
  language: Language,
  name: string,
  notes: DemoPersonNotes,
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
