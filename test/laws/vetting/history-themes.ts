import fc from 'fast-check';
import { DAY, MINUTE } from '#kernel/clock.js';
import {
  type VettingAct,
  type Recommendation,
  MEMBER_NUMBERS,
  type VettingActKind,
  type TieKind,
  REVIEWER_NUMBERS,
} from './vetting-acts.js';

type DeskOp = 'claim' | 'release' | 'ask' | 'note' | 'declare';
type SayingOp = 'review' | 'change' | 'decide';

const vetter = fc.constantFrom(...REVIEWER_NUMBERS);
const anybody = fc.constantFrom(
  ...REVIEWER_NUMBERS,
  ...MEMBER_NUMBERS,
  ...MEMBER_NUMBERS,
  ...MEMBER_NUMBERS,
  ...MEMBER_NUMBERS,
);
const says = fc.constantFrom<Recommendation>('accept', 'accept', 'accept', 'decline');
const isStale = fc.constantFrom(false, false, false, false, false, false, true);
const kind = fc.constantFrom<TieKind>('ally', 'separated', 'group', 'invited');
/** Durations that are longer or shorter than every deadline, but never equal to a deadline. */
const waits = fc.constantFrom(
  ...[7 * MINUTE, 40 * MINUTE, DAY + MINUTE, 6 * DAY + MINUTE, 15 * DAY, 91 * DAY],
);

const atDesk = (op: DeskOp) => vetter.map((who): VettingAct => ({ op, who }));
const saying = (op: SayingOp) =>
  fc.record({ op: fc.constant(op), who: vetter, says, isStale }) satisfies fc.Arbitrary<VettingAct>;
const by = (op: 'vouch' | 'takeBack' | 'suspend' | 'restore' | 'probation') =>
  anybody.map((who): VettingAct => ({ op, who }));
const duty = (op: 'loseDuty' | 'gainDuty') => vetter.map((who): VettingAct => ({ op, who }));
const tying = (op: 'tie' | 'untie') => fc.record({ op: fc.constant(op), who: vetter, kind });

const ACTS: Readonly<Record<VettingActKind, fc.Arbitrary<VettingAct>>> = {
  ...{ claim: atDesk('claim'), release: atDesk('release'), ask: atDesk('ask') },
  ...{ note: atDesk('note'), declare: atDesk('declare') },
  ...{ review: saying('review'), change: saying('change'), decide: saying('decide') },
  ...{ vouch: by('vouch'), takeBack: by('takeBack'), suspend: by('suspend') },
  ...{ restore: by('restore'), probation: by('probation') },
  ...{ loseDuty: duty('loseDuty'), gainDuty: duty('gainDuty') },
  ...{ tie: tying('tie'), untie: tying('untie') },
  ...{ answer: fc.constant({ op: 'answer' }), appeal: fc.constant({ op: 'appeal' }) },
  ...{ withdraw: fc.constant({ op: 'withdraw' }), applyAgain: fc.constant({ op: 'applyAgain' }) },
  need: fc.integer({ min: 1, max: 3 }).map((vouches) => ({ op: 'need', vouches })),
  wait: waits.map((ms) => ({ op: 'wait', ms })),
};
const OPS = Object.keys(ACTS) as VettingActKind[];

/** Two concurrent acts, which the product must serialise. */
export const anyConcurrentActs: fc.Arbitrary<readonly [VettingAct, VettingAct]> = fc.tuple(
  fc.oneof(ACTS.decide, ACTS.review, ACTS.claim),
  fc.oneof(...(['decide', 'review', 'claim', 'withdraw', 'answer', 'takeBack'] as const).map(of)),
);
function of(op: VettingActKind): fc.Arbitrary<VettingAct> {
  return ACTS[op];
}

const reads = (who: number, what: Recommendation): VettingAct[] => [
  { op: 'claim', who },
  { op: 'review', who, says: what, isStale: false },
];
const vouches = (...people: number[]): VettingAct[] => people.map((who) => ({ op: 'vouch', who }));
const stale = (op: 'review' | 'decide', who: number): VettingAct => ({
  ...{ op, who, says: 'accept', isStale: true },
});
const atOnce = [0, 1].map((who): VettingAct => ({
  op: 'decide',
  who,
  says: 'accept',
  isStale: false,
}));
const enough = vouches(5, 9);
const agreed = [...reads(0, 'accept'), ...reads(1, 'accept')];
const confirmed = [0, 1].map((who): VettingAct => ({
  op: 'change',
  who,
  says: 'accept',
  isStale: false,
}));
const declined: VettingAct[] = [
  ...[...reads(0, 'decline'), ...reads(1, 'decline')],
  { op: 'decide', who: 1, says: 'decline', isStale: false },
];
const appealed: VettingAct[] = [...declined, { op: 'appeal' }];
const declinedAgain: VettingAct[] = [
  ...[...appealed, ...reads(2, 'decline'), ...reads(3, 'decline')],
  { op: 'decide', who: 3, says: 'decline', isStale: false },
];

/**
 * The theme of a history: possible beginnings, and the weight of each random act. The acts in an inner array of a
 * beginning run concurrently.
 */
export interface VettingTheme {
  readonly beginnings: readonly (readonly (VettingAct | readonly VettingAct[])[])[];
  readonly weights: Partial<Record<VettingActKind, number>>;
}

/** Each theme tests one part of the rules often. The theme `everything` combines all parts. */
export const VETTING_THEMES = {
  vouches: {
    beginnings: [
      [...vouches(5, 8), ...agreed],
      [...vouches(5, 6), ...agreed],
      [...vouches(7, 9), ...agreed, { op: 'vouch', who: 0 }],
      [...vouches(5, 9), ...agreed, { op: 'takeBack', who: 9 }, ...confirmed],
      [...vouches(5, 9), ...agreed, { op: 'probation', who: 9 }],
      [...vouches(5, 9), ...agreed, { op: 'suspend', who: 5 }],
      [...vouches(5, 9), { op: 'withdraw' }, { op: 'applyAgain' }, ...agreed],
    ],
    weights: {
      ...{ vouch: 10, takeBack: 3, suspend: 4, restore: 3, probation: 3, need: 2 },
      ...{ change: 8, claim: 2, review: 3, wait: 1 },
    },
  },
  reviews: {
    beginnings: [
      [...enough, { op: 'claim', who: 0 }, stale('review', 0)],
      [...enough, ...agreed, stale('decide', 0), { op: 'ask', who: 0 }, { op: 'answer' }],
      [...enough, ...agreed, { op: 'suspend', who: 0 }],
      [...enough, ...agreed, { op: 'loseDuty', who: 0 }],
      [...enough, ...agreed, { op: 'tie', who: 0, kind: 'ally' }],
      [...enough, ...reads(3, 'accept'), ...reads(4, 'decline'), ...reads(1, 'accept')],
    ],
    weights: {
      ...{ claim: 8, review: 10, change: 8, decide: 3, ask: 3, answer: 4, note: 1, release: 1 },
      ...{ suspend: 4, restore: 2, loseDuty: 3, gainDuty: 2, wait: 3, takeBack: 1, vouch: 1 },
    },
  },
  readers: {
    beginnings: [
      [...vouches(2), { op: 'claim', who: 2 }, { op: 'claim', who: 3 }],
      [...enough, ...agreed, { op: 'claim', who: 3 }, atOnce],
      ...(['ally', 'separated', 'group', 'invited'] as const).map((as): VettingAct[] => [
        ...enough,
        ...agreed,
        { op: 'tie', who: 0, kind: as },
      ]),
      [...enough, ...agreed, { op: 'declare', who: 0 }],
    ],
    weights: {
      ...{ tie: 6, untie: 3, declare: 3, vouch: 5, claim: 10, review: 8, change: 3, decide: 2 },
      ...{ note: 1, wait: 2 },
    },
  },
  appeals: {
    beginnings: [
      [...enough, ...appealed, { op: 'claim', who: 0 }],
      [...declined, { op: 'wait', ms: 15 * DAY }, { op: 'appeal' }],
      [...declinedAgain, { op: 'appeal' }],
    ],
    weights: {
      ...{ appeal: 6, claim: 10, review: 10, change: 3, decide: 4, wait: 4, withdraw: 1 },
      ...{ applyAgain: 2, tie: 1, ask: 1, answer: 1 },
    },
  },
  everything: { beginnings: [[], enough], weights: Object.fromEntries(OPS.map((op) => [op, 2])) },
} satisfies Record<string, VettingTheme>;
export type VettingThemeName = keyof typeof VETTING_THEMES;

export const randomActsOf = ({ weights }: VettingTheme): fc.Arbitrary<VettingAct> =>
  fc.oneof(
    ...OPS.flatMap((op) => {
      const weight = weights[op];
      return weight ? [{ weight, arbitrary: ACTS[op] }] : [];
    }),
  );
