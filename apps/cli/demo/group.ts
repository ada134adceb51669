import type { Language } from '#kernel/language.js';

export interface DemoChannel {
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  /** Whether a new member can read the channel from its start, or only from the day of joining. */
  readonly history: 'joining' | 'start';
}

export interface DemoGroup {
  readonly slug: string;
  readonly language: Language;
  readonly name: string;
  readonly purpose: string;
  /** Number of its drawn picture; no picture without one. */
  readonly picture?: number;
  readonly issueAreas: readonly string[];
  readonly visibility: 'listed' | 'hidden';
  readonly entry: 'open' | 'byRequest' | 'byInvitation';
  /** Questions of the join request; empty for groups that are open. */
  readonly questions: readonly string[];
  readonly agreements: string;
  /** The second version of the agreements, and the members who consented to it. */
  readonly revision?: {
    readonly text: string;
    readonly summary: string;
    readonly daysAgo: number;
    readonly consenting: readonly string[];
  };
  readonly steward: string;
  /** Handles of the members without the steward. */
  readonly members: readonly string[];
  readonly foundedDaysAgo: number;
  /** When its steward closed the member list. */
  readonly listClosedDaysAgo?: number;
  /** When its steward archived the group. */
  readonly archivedDaysAgo?: number;
  readonly channels: readonly DemoChannel[];
}
