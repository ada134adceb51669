/** Of R1, what needs no table: which vouches count and what reviews say together. */
export interface VoucherKnown {
  readonly accountId: string;
  /** Accounts that vouched for this one or invited it when it came in; founders came in through nobody. */
  readonly cameThroughIds: readonly string[];
}

const isFree = (one: VoucherKnown, other: VoucherKnown): boolean =>
  !one.cameThroughIds.includes(other.accountId) && !other.cameThroughIds.includes(one.accountId);

/** The size of the largest group of vouchers of whom none came in through another, up to `enough`. */
export function countIndependent(vouchers: readonly VoucherKnown[], enough: number): number {
  const grow = (chosen: readonly VoucherKnown[], from: number): number => {
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

/** Whether any of them came in through another. */
export const areLinked = (vouchers: readonly VoucherKnown[]): boolean =>
  vouchers.some((one, at) => vouchers.slice(at + 1).some((other) => !isFree(one, other)));

export type Recommendation = 'accept' | 'decline';

/** What the reviews that count say together: an outcome needs two that agree and more than those that do not. */
export function agreement(recommendations: readonly Recommendation[]): Recommendation | undefined {
  const accepting = recommendations.filter((one) => one === 'accept').length;
  const declining = recommendations.length - accepting;
  if (accepting >= 2 && accepting > declining) return 'accept';
  if (declining >= 2 && declining > accepting) return 'decline';
  return undefined;
}

/** How many may read at once: two, and a third once two disagree. */
export function seatsFor(recommendations: readonly Recommendation[]): number {
  return recommendations.length >= 2 && !agreement(recommendations)
    ? recommendations.length + 1
    : 2;
}
