import fc from 'fast-check';
import {
  agreedOutcomeOf,
  areVouchersLinked,
  countIndependentVouchers,
  countReviewerSeats,
  type VoucherOrigin,
} from './admission-rule.js';

const voucher = (accountId: string, ...cameThroughIds: string[]): VoucherOrigin => ({
  accountId,
  cameThroughIds,
});

describe('counting independent vouches', () => {
  it('countIndependentVouchers excludes a voucher who came in through another voucher', () => {
    expect(countIndependentVouchers([voucher('a'), voucher('b')], 2)).toBe(2);
    expect(countIndependentVouchers([voucher('a'), voucher('b', 'a')], 2)).toBe(1);
    expect(countIndependentVouchers([voucher('b', 'a', 'c'), voucher('a'), voucher('c')], 2)).toBe(
      2,
    );
    expect(countIndependentVouchers([], 2)).toBe(0);
  });

  it('countIndependentVouchers finds the largest independent set, up to the number needed', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const anyVouchers = fc.array(fc.subarray(names), { minLength: 0, maxLength: 6 });
    fc.assert(
      fc.property(anyVouchers, fc.nat(3), (through, enough) => {
        const vouchers = through.map((ids, at) => voucher(names[at]!, ...ids));
        const isFree = (set: readonly VoucherOrigin[]) =>
          set.every((one) =>
            set.every((two) => one === two || !one.cameThroughIds.includes(two.accountId)),
          );
        const sets = Array.from({ length: 2 ** vouchers.length }, (_, bits) =>
          vouchers.filter((_one, at) => (bits >> at) & 1),
        );
        const best = Math.max(...sets.filter(isFree).map((set) => set.length));
        expect(countIndependentVouchers(vouchers, enough)).toBe(Math.min(best, enough));
      }),
      { numRuns: 500 },
    );
  });

  it('areVouchersLinked finds a single linked pair, and a link among forty vouchers in pairs', () => {
    expect(areVouchersLinked([voucher('a'), voucher('b'), voucher('c')])).toBe(false);
    expect(areVouchersLinked([voucher('a'), voucher('b'), voucher('c', 'a')])).toBe(true);
    const forty = Array.from({ length: 40 }, (_, at) => voucher(`${at}`, `${at ^ 1}`));
    expect(areVouchersLinked(forty)).toBe(true);
    expect(areVouchersLinked(forty.filter((_, at) => at % 2 === 0))).toBe(false);
  });
});

describe('agreement of reviews and number of reviewer seats', () => {
  it.each([
    [[], undefined, 2],
    [['accept'], undefined, 2],
    [['accept', 'accept'], 'accept', 2],
    [['decline', 'decline'], 'decline', 2],
    [['accept', 'decline'], undefined, 3],
    [['accept', 'decline', 'accept'], 'accept', 2],
    [['accept', 'decline', 'decline'], 'decline', 2],
    [['accept', 'accept', 'decline', 'decline'], undefined, 5],
  ] as const)(
    'the reviews %j lead to the outcome %s and %d reviewer seats',
    (reviews, outcome, seats) => {
      expect(agreedOutcomeOf(reviews)).toBe(outcome);
      expect(countReviewerSeats(reviews)).toBe(seats);
    },
  );
});
