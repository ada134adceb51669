export type IntroductionEnd = 'accepted' | 'declined' | 'waiting' | 'withdrawn' | 'expired';

export interface DemoIntroduction {
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly daysAgo: number;
  readonly end: IntroductionEnd;
  readonly answeredAfterDays: number;
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
