export type IntroductionEnd = 'accepted' | 'declined' | 'waiting' | 'withdrawn' | 'expired';

export interface DemoIntroduction {
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly daysAgo: number;
  readonly end: IntroductionEnd;
  readonly answeredAfterDays: number;
  /** The introducer, and whether they passed the request on. */
  readonly through?: { readonly handle: string; readonly hasPassed: boolean };
}

/** Creates a request. It is answered within three days. */
export const ask = (
  from: string,
  to: string,
  daysAgo: number,
  end: IntroductionEnd,
  note: string,
): DemoIntroduction => ({
  from,
  to,
  note,
  daysAgo,
  end,
  answeredAfterDays: Math.min(3, daysAgo / 2),
});

/** Creates a request through an introducer, an ally of the requester. */
export const askThrough = (
  handle: string,
  hasPassed: boolean,
  one: DemoIntroduction,
): DemoIntroduction => ({ ...one, through: { handle, hasPassed } });
