import { DAY } from '#kernel/clock.js';

/**
 * Numbers of five reviewers and five members. Some of these members vouched for or invited each other, and one is on
 * probation.
 */
export const REVIEWER_NUMBERS = [0, 1, 2, 3, 4] as const;
export const MEMBER_NUMBERS = [5, 6, 7, 8, 9] as const;
/** How members joined: member 6 by a vouch of 5, member 7 by an invitation of 9. */
export const JOINED_THROUGH = [
  { who: 6, through: 5, by: 'vouch' },
  { who: 7, through: 9, by: 'invitation' },
] as const;
export const ON_PROBATION = 8;
export const PROBATION_LEFT_MS = 10 * DAY;

export type TieKind = 'ally' | 'separated' | 'group' | 'invited';
export type Recommendation = 'accept' | 'decline';

/** An act of one person. `isStale`: the person acts on an outdated state of the application. */
export type VettingAct =
  | { readonly op: 'claim' | 'release' | 'ask' | 'note' | 'declare'; readonly who: number }
  | {
      readonly op: 'review' | 'change' | 'decide';
      readonly who: number;
      readonly says: Recommendation;
      readonly isStale: boolean;
    }
  | {
      readonly op: 'vouch' | 'takeBack' | 'suspend' | 'restore' | 'probation';
      readonly who: number;
    }
  | { readonly op: 'loseDuty' | 'gainDuty'; readonly who: number }
  | { readonly op: 'tie' | 'untie'; readonly who: number; readonly kind: TieKind }
  | { readonly op: 'answer' | 'appeal' | 'withdraw' | 'applyAgain' }
  | { readonly op: 'need'; readonly vouches: number }
  | { readonly op: 'wait'; readonly ms: number };

export type VettingActKind = VettingAct['op'];
/** The acts with the given `op`. */
export type VettingActOfKind<O extends VettingActKind, A = VettingAct> = A extends {
  readonly op: infer P;
}
  ? O extends P
    ? A
    : never
  : never;

/** Functions that perform each kind of act in the product. */
export type VettingPerformers = {
  readonly [O in VettingActKind]: (act: VettingActOfKind<O>) => Promise<unknown>;
};
