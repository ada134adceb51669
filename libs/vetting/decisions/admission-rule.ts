/** A voucher, as the admission rule (R1) sees them. */
export interface VoucherOrigin {
  readonly accountId: string;
  /** Accounts that vouched for this member or invited them when they joined; empty for founders. */
  readonly cameThroughIds: readonly string[];
}

const isFree = (one: VoucherOrigin, other: VoucherOrigin): boolean =>
  !one.cameThroughIds.includes(other.accountId) && !other.cameThroughIds.includes(one.accountId);

/** The size of the largest set of vouchers in which none came in through another, up to `enough`. */
export function countIndependentVouchers(
  vouchers: readonly VoucherOrigin[],
  enough: number,
): number {
  const grow = (chosen: readonly VoucherOrigin[], from: number): number => {
    let best = chosen.length;
    for (let at = from; at < vouchers.length && best < enough; at++) {
      const next = vouchers[at]!;
      if (!chosen.every((one) => isFree(one, next))) continue;
      best = Math.max(best, grow([...chosen, next], at + 1));
    }
    return best;
  };
  return grow([], 0);
}

/** Whether any of the vouchers came in through another one. */
export const areVouchersLinked = (vouchers: readonly VoucherOrigin[]): boolean =>
  vouchers.some((one, at) => vouchers.slice(at + 1).some((other) => !isFree(one, other)));

export type ReviewOutcome = 'accept' | 'decline';

/**
 * The common outcome of the reviews that count, if any. At least two must agree, and they must outnumber the others.
 */
export function agreedOutcomeOf(
  recommendations: readonly ReviewOutcome[],
): ReviewOutcome | undefined {
  const accepting = recommendations.filter((one) => one === 'accept').length;
  const declining = recommendations.length - accepting;
  if (accepting >= 2 && accepting > declining) return 'accept';
  if (declining >= 2 && declining > accepting) return 'decline';
  return undefined;
}

/** How many reviewers may work on an application: two, and one more while the reviews disagree. */
export function countReviewerSeats(recommendations: readonly ReviewOutcome[]): number {
  return recommendations.length >= 2 && !agreedOutcomeOf(recommendations)
    ? recommendations.length + 1
    : 2;
}
