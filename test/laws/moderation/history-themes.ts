import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '#kernel/clock.js';
import {
  type ModerationAct,
  MODERATOR_NUMBERS,
  type ModerationActKind,
  REPORTED,
  REPORTERS,
  CONFLICT_PARTIES,
  type TieKind,
  REPORTABLE_SUBJECTS,
} from './moderation-acts.js';
import {
  SANCTION_HISTORIES as ACTS_TOLD,
  APPEAL_HISTORIES,
  appeal,
  claimBy,
  close,
  ASSIGNMENT_HISTORIES,
  decideAppeal,
  reportedAndClaimed,
  waitAndRunJobs,
  lift,
  reportProfile,
  SEPARATION_HISTORIES,
  separationHistory,
  waitOneMinute,
  suspend,
  talk,
  type ScriptedHistory,
  undo,
  warn,
} from './scripted-histories.js';

type InMatter = 'claim' | 'release' | 'open' | 'note' | 'talk' | 'lift' | 'close';

/** Returns mostly the same two moderators, so that they act on the same matters. */
const moderator = fc.constantFrom(0, 0, 0, 1, 1, ...MODERATOR_NUMBERS, REPORTED);
const tiable = fc.constantFrom(0, 0, 1, 2, 3);
const reporter = fc.constantFrom(...REPORTERS, ...REPORTERS, REPORTED);
const back = fc.constantFrom(0, 0, 0, 0, 1, 2);
const told = fc.constantFrom(REPORTED, REPORTED, REPORTED, 6, 7);
const kind = fc.constantFrom<TieKind>('ally', 'separated', 'group', 'vouched', 'invited');
const outcome = fc.constantFrom('upheld' as const, 'lifted' as const);
const leaves = fc.constantFrom('reported' as const, 'reporter' as const, 'nobody' as const);
/** Durations that are longer or shorter than every deadline, but never equal to a deadline. */
const waits = fc.constantFrom(
  ...[40_500, 20 * MINUTE, HOUR + MINUTE, DAY + MINUTE, 4 * DAY, 8 * DAY, 21 * DAY, 40 * DAY],
);

const inMatter = (op: InMatter) => fc.record({ op: fc.constant(op), who: moderator, matter: back });
const being = (op: 'bench' | 'return' | 'loseDuty' | 'gainDuty') =>
  fc.record({ op: fc.constant(op), who: fc.constantFrom(...MODERATOR_NUMBERS) });
const tying = (op: 'tie' | 'untie') =>
  fc.record({ op: fc.constant(op), who: tiable, side: fc.constantFrom(...CONFLICT_PARTIES), kind });
const ofNotice = (op: 'answer' | 'appeal') =>
  fc.record({ op: fc.constant(op), who: told, notice: back });
const op = <O extends ModerationActKind>(name: O) => fc.constant(name);
const days = fc.constantFrom(0, 0, 3);

const ACTS: Readonly<Record<ModerationActKind, fc.Arbitrary<ModerationAct>>> = {
  report: fc.record({
    op: op('report'),
    who: reporter,
    what: fc.constantFrom(...REPORTABLE_SUBJECTS),
  }),
  ...{ claim: inMatter('claim'), release: inMatter('release'), open: inMatter('open') },
  ...{
    note: inMatter('note'),
    talk: inMatter('talk'),
    lift: inMatter('lift'),
    close: inMatter('close'),
  },
  hand: fc.record({
    ...{ op: op('hand'), who: moderator, matter: back },
    to: fc.constantFrom(...MODERATOR_NUMBERS, REPORTED, 6),
  }),
  warn: fc.record({ op: op('warn'), who: moderator, matter: back, days }),
  suspend: fc.record({
    ...{ op: op('suspend'), who: moderator, matter: back, days },
    hours: fc.constantFrom(1, 72, 72, 73),
  }),
  remove: fc.record({ op: op('remove'), who: moderator, report: back }),
  separate: fc.record({ op: op('separate'), who: moderator, report: back, leaves }),
  undo: fc.record({ op: op('undo'), who: moderator, notice: back }),
  ...{ answer: ofNotice('answer'), appeal: ofNotice('appeal') },
  hear: fc.record({ op: op('hear'), who: moderator, appeal: back, outcome }),
  ...{ bench: being('bench'), return: being('return') },
  ...{ loseDuty: being('loseDuty'), gainDuty: being('gainDuty') },
  ...{ tie: tying('tie'), untie: tying('untie') },
  wait: waits.map((ms) => ({ op: 'wait', ms })),
  jobs: fc.constant({ op: 'jobs' }),
};
const OPS = Object.keys(ACTS) as ModerationActKind[];

/** Two concurrent acts, which the product must serialise. */
export const anyConcurrentActs: fc.Arbitrary<readonly [ModerationAct, ModerationAct]> = fc.oneof(
  ...(
    [
      ...[
        ['claim', 'claim'],
        ['report', 'report'],
        ['suspend', 'suspend'],
        ['suspend', 'close'],
      ],
      ...[
        ['appeal', 'appeal'],
        ['hear', 'hear'],
        ['hear', 'appeal'],
        ['suspend', 'appeal'],
      ],
      ...[
        ['close', 'report'],
        ['separate', 'separate'],
        ['answer', 'close'],
      ],
    ] as [ModerationActKind, ModerationActKind][]
  ).map(([one, other]) => fc.tuple(ACTS[one], ACTS[other])),
);

/** The theme of a history: its scripted histories, possible beginnings, and the weight of each random act. */
export interface HistoryTheme {
  readonly told: readonly ScriptedHistory[];
  readonly beginnings: readonly ScriptedHistory[];
  readonly weights: Partial<Record<ModerationActKind, number>>;
}

/** Each theme tests one part of the rules often. The theme `everything` combines all parts. */
export const HISTORY_THEMES = {
  hands: {
    told: ASSIGNMENT_HISTORIES,
    beginnings: [
      [...reportedAndClaimed, talk],
      ...(['ally', 'separated', 'group', 'vouched', 'invited'] as const).map(
        (as): ModerationAct[] => [
          ...reportedAndClaimed,
          { op: 'tie', who: 0, side: as === 'group' ? 6 : REPORTED, kind: as },
        ],
      ),
      [reportProfile, claimBy(4), { ...reportProfile, who: 4 } as ModerationAct],
    ],
    weights: {
      ...{
        report: 5,
        claim: 10,
        release: 3,
        hand: 4,
        open: 2,
        note: 2,
        talk: 3,
        answer: 3,
        close: 2,
      },
      ...{ tie: 3, untie: 3, bench: 1, return: 2, loseDuty: 1, gainDuty: 2, wait: 2, jobs: 3 },
    },
  },
  acts: {
    told: ACTS_TOLD,
    beginnings: [
      [...reportedAndClaimed, suspend(0), ...waitAndRunJobs(4 * DAY), suspend(0)],
      [...reportedAndClaimed, warn(0), undo],
      [...reportedAndClaimed, warn(3), ...waitOneMinute],
      [...reportedAndClaimed, talk, ...waitOneMinute],
    ],
    weights: {
      ...{ report: 5, claim: 8, talk: 5, warn: 5, remove: 5, suspend: 6, undo: 5, answer: 4 },
      ...{ close: 2, appeal: 2, wait: 5, jobs: 5, open: 1 },
    },
  },
  appeals: {
    told: APPEAL_HISTORIES,
    beginnings: [
      [...reportedAndClaimed, suspend(0), appeal, claimBy(1)],
      [...reportedAndClaimed, suspend(0), close, appeal],
      [...reportedAndClaimed, suspend(0), ...waitAndRunJobs(21 * DAY), appeal],
      [
        ...[...separationHistory, { ...appeal, notice: 1 }, { ...appeal, who: 6 }, claimBy(2)],
        decideAppeal(2),
      ],
    ],
    weights: {
      ...{ appeal: 10, claim: 10, hear: 10, warn: 3, suspend: 3, separate: 3, remove: 3, close: 3 },
      ...{ report: 4, wait: 3, jobs: 3, tie: 2, release: 1, undo: 1, bench: 1, return: 1 },
    },
  },
  separations: {
    told: SEPARATION_HISTORIES,
    beginnings: [separationHistory, [...separationHistory, lift]],
    weights: {
      ...{ separate: 10, lift: 6, report: 6, claim: 6, appeal: 4, hear: 4, close: 2, wait: 1 },
      ...{ jobs: 1, open: 1, hand: 1 },
    },
  },
  everything: {
    told: [],
    beginnings: [[], reportedAndClaimed],
    weights: {
      ...Object.fromEntries(OPS.map((name) => [name, 4])),
      ...{ claim: 12, tie: 2, bench: 1, loseDuty: 1 },
    },
  },
} satisfies Record<string, HistoryTheme>;
export type ModerationThemeName = keyof typeof HISTORY_THEMES;

export const randomActsOf = ({ weights }: HistoryTheme): fc.Arbitrary<ModerationAct> =>
  fc.oneof(
    ...OPS.flatMap((name) => {
      const weight = weights[name];
      return weight ? [{ weight, arbitrary: ACTS[name] }] : [];
    }),
  );
