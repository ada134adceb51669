export type IntroductionEnd = 'accepted' | 'declined' | 'waiting' | 'withdrawn' | 'expired';

export interface DemoIntroduction {
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly daysAgo: number;
  readonly end: IntroductionEnd;
  readonly answeredAfterDays: number;
  /** The ally through whom it was asked, and whether they passed it on. */
  readonly through?: { readonly handle: string; readonly hasPassed: boolean };
}

/** Makes a request; an answer takes up to three days. */
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

/** Asked through an ally of the one who asks. */
export const askThrough = (
  handle: string,
  hasPassed: boolean,
  one: DemoIntroduction,
): DemoIntroduction => ({ ...one, through: { handle, hasPassed } });
