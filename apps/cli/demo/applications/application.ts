import type { Language } from '#kernel/language.js';
import type { VouchAttestation } from './vouch-texts.js';

/** The stage of an application in the demo world. */
export type DemoApplicationStage =
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
  /** Set for the documented sign-ins. Other applicants have no address and sign in with their recovery phrase. */
  readonly handle: string | undefined;
  readonly stage: DemoApplicationStage;
  readonly daysAgo: number;
  readonly language: Language;
  readonly name: string;
  readonly practices: readonly string[];
  readonly issueAreas: readonly string[];
  readonly territories: readonly string[];
  readonly languages: readonly string[];
  /** The applicant's work and plans, in their own words. */
  readonly work: string;
  readonly hopes: string;
  readonly knownBy: string;
  readonly reach: string;
  /** The handle of the member whose invitation link they used. */
  readonly invitedBy: string | undefined;
  readonly vouches: readonly {
    readonly by: string;
    readonly relation: string;
    readonly statement: string;
    readonly attestations: readonly VouchAttestation[];
  }[];
  /** An earlier application that was declined long enough ago to apply again. */
  readonly before: { readonly daysAgo: number; readonly by: readonly [string, string] } | undefined;
  /** The handle of a reviewer who declared a conflict of interest. */
  readonly knownTo: string | undefined;
  readonly question: string | undefined;
  readonly answer: string | undefined;
  readonly reviews: readonly DemoReview[];
  /** Notes of the reviewers to each other. */
  readonly notes: readonly { readonly by: string; readonly text: string }[];
  /** For a declined application: the reason class and the text for the applicant. */
  readonly decision: { readonly reasonClass: string; readonly text: string } | undefined;
  /** The appeal against the decision. */
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

/** Creates an application from the given properties; the other properties are empty. */
export const createApplication = (
  notes: Filled & Partial<Omit<DemoApplication, keyof Filled>>,
): DemoApplication => ({ ...EMPTY, ...notes });
