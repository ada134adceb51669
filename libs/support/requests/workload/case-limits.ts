/** The largest value that administrators can set for each limit. */
export const MAX_CASE_LIMIT = 50;

/** How many requests and cases a supporter may have at the same time. */
export interface CaseLimits {
  /** Claimed requests and accepted cases together. */
  readonly open: number;
  /** How many of them may be urgent; at most `open`. */
  readonly urgent: number;
}

export const DEFAULT_CASE_LIMITS: CaseLimits = { open: 8, urgent: 2 };

export const areValidCaseLimits = ({ open, urgent }: CaseLimits): boolean =>
  [open, urgent].every((one) => Number.isInteger(one) && one >= 1 && one <= MAX_CASE_LIMIT) &&
  urgent <= open;
