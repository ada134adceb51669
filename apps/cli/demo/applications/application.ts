import type { Language } from '#kernel/language.js';
import type { Attestation } from './vouch-texts.js';

/** Where an application stands when the demo world is made. */
export type DemoStage =
  | 'withoutVouches'
  | 'waiting'
  | 'oneReview'
  | 'asked'
  | 'answered'
  | 'disagreed'
  | 'declined'
  | 'appealed'
  | 'withdrawn';

export interface DemoReview {
  readonly by: string;
  readonly recommends: 'accept' | 'ask' | 'decline';
  readonly reason: string;
}

export interface DemoApplication {
  /** Set for the sign-ins of the contract; the others have no address and come back by their receipt. */
  readonly handle: string | undefined;
  readonly stage: DemoStage;
  readonly daysAgo: number;
  readonly language: Language;
  readonly name: string;
  readonly practices: readonly string[];
  readonly issueAreas: readonly string[];
  readonly territories: readonly string[];
  readonly languages: readonly string[];
  /** In their own words: what they do, and what they look for here. */
  readonly work: string;
  readonly hopes: string;
  readonly knownBy: string;
  readonly reach: string;
  /** Who gave them the link with which they applied. */
  readonly invitedBy: string | undefined;
  readonly vouches: readonly {
    readonly by: string;
    readonly relation: string;
    readonly statement: string;
    readonly attestations: readonly Attestation[];
  }[];
  /** Declined so long ago that they may ask again. */
  readonly before: { readonly daysAgo: number; readonly by: readonly [string, string] } | undefined;
  /** Who vets, knows them, and said so. */
  readonly knownTo: string | undefined;
  readonly question: string | undefined;
  readonly answer: string | undefined;
  readonly reviews: readonly DemoReview[];
  /** What those who reviewed it say to each other. */
  readonly notes: readonly { readonly by: string; readonly text: string }[];
  /** For a decline: its reason class and what the person is told. */
  readonly decision: { readonly reasonClass: string; readonly text: string } | undefined;
  /** What they say against it. */
  readonly appeal: { readonly daysAgo: number; readonly text: string } | undefined;
}

const EMPTY = {
  handle: undefined,
  invitedBy: undefined,
  languages: [],
  vouches: [],
  before: undefined,
  knownTo: undefined,
  question: undefined,
  answer: undefined,
  reviews: [],
  notes: [],
  decision: undefined,
  appeal: undefined,
} as const;

type Filled = Omit<DemoApplication, keyof typeof EMPTY>;

/** An application in which only what differs from an empty one is written. */
export const application = (
  notes: Filled & Partial<Omit<DemoApplication, keyof Filled>>,
): DemoApplication => ({ ...EMPTY, ...notes });
