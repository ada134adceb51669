import type { Language } from '#kernel/language.js';

export interface DemoChannel {
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  /** From where a newcomer may read: from their joining, or from the channel's start. */
  readonly history: 'joining' | 'start';
}

export interface DemoGroup {
  readonly slug: string;
  readonly language: Language;
  readonly name: string;
  readonly purpose: string;
  readonly issueAreas: readonly string[];
  readonly visibility: 'listed' | 'hidden';
  readonly entry: 'open' | 'byRequest' | 'byInvitation';
  /** What somebody who asks to join is asked; none where joining is open. */
  readonly questions: readonly string[];
  readonly agreements: string;
  readonly steward: string;
  /** Handles, the steward not among them. */
  readonly members: readonly string[];
  readonly foundedDaysAgo: number;
  readonly channels: readonly DemoChannel[];
}
