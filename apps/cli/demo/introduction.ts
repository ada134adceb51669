export type IntroductionOutcome = 'accepted' | 'declined' | 'waiting' | 'withdrawn' | 'expired';

export interface DemoIntroduction {
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly daysAgo: number;
  readonly end: IntroductionOutcome;
  readonly answeredAfterDays: number;
  /** The introducer, and whether they passed the request on. */
  readonly through?: { readonly handle: string; readonly hasPassed: boolean };
}

/** Creates an introduction request that is answered within three days. */
export const createIntroduction = (
  from: string,
  to: string,
  daysAgo: number,
  end: IntroductionOutcome,
  note: string,
): DemoIntroduction => ({
  from,
  to,
  note,
  daysAgo,
  end,
  answeredAfterDays: Math.min(3, daysAgo / 2),
});

/** Creates an introduction request through an introducer, who is an ally of the requester. */
export const createIntroductionViaIntroducer = (
  handle: string,
  hasPassed: boolean,
  one: DemoIntroduction,
): DemoIntroduction => ({ ...one, through: { handle, hasPassed } });
