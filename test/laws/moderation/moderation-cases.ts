import { DAY, MINUTE } from '#kernel/clock.js';
import { type Act, REPORTED, WHATS } from './moderation-acts.js';

/** A scripted history; acts in an inner array run concurrently. */
export type Told = readonly (Act | readonly Act[])[];

const latest = { matter: 0 };
export const claimed = (who: number): Act => ({ op: 'claim', who, ...latest });
export const reported: Act = { op: 'report', who: 6, what: 'profile' };
export const inHand: readonly Act[] = [reported, claimed(0)];
export const talk: Act = { op: 'talk', who: 0, ...latest };
export const warn = (days: number): Act => ({ op: 'warn', who: 0, days, ...latest });
export const suspend = (who: number, hours = 72, days = 0): Act => {
  return { op: 'suspend', who, hours, days, ...latest };
};
const remove: Act = { op: 'remove', who: 0, report: 0 };
export const undo: Act = { op: 'undo', who: 0, notice: 0 };
export const close: Act = { op: 'close', who: 0, ...latest };
export const lift: Act = { op: 'lift', who: 0, ...latest };
const answer: Act = { op: 'answer', who: REPORTED, notice: 0 };
export const appeal = { op: 'appeal', who: REPORTED, notice: 0 } as const;
export const hear = (who: number): Act => ({ op: 'hear', who, appeal: 0, outcome: 'lifted' });
export const later = (ms: number): Act[] => [{ op: 'wait', ms }, { op: 'jobs' }];
export const soon = later(MINUTE);
export const separated: readonly Act[] = [
  ...inHand,
  { op: 'separate', who: 0, report: 0, leaves: 'reporter' },
];

/** Histories that random generation reaches too rarely. */
export const HANDS: readonly Told[] = [
  [...inHand, { op: 'loseDuty', who: 0 }],
  [...inHand, { op: 'bench', who: 0 }],
  [{ op: 'report', who: 7, what: 1 }, claimed(3)],
  [reported, claimed(3), { op: 'report', who: 7, what: 1 }],
  [reported, [claimed(0), claimed(1)]],
  [...inHand, talk, { op: 'release', who: 0, ...latest }],
  ...[0, 6, 1].map((to): Told => [...inHand, { op: 'hand', who: 0, to, ...latest }]),
  [...inHand, talk, ...soon, answer, answer],
  [{ op: 'report', who: REPORTED, what: 'profile' }],
  WHATS.map((what): Act => ({ op: 'report', who: 6, what })),
  [reported, reported],
];
const again = (who: number): Act[] => [...later(40 * DAY), claimed(who), suspend(who)];
export const ACTS: readonly Told[] = [
  [...inHand, remove, remove],
  [...inHand, suspend(0, 73)],
  [...inHand, suspend(0), suspend(0)],
  [...inHand, suspend(0), ...again(0), ...again(1)],
  [...inHand, suspend(0, 72, 3), undo],
  [...inHand, warn(0), ...soon, undo],
];
const heardBy1: readonly Act[] = [...inHand, suspend(0), appeal, claimed(1)];
const by1 = (op: 'talk' | 'lift' | 'close'): Act => ({ op, who: 1, ...latest });
export const APPEALS: readonly Told[] = [
  [...heardBy1, hear(1), hear(1)],
  [...heardBy1, by1('talk'), { ...warn(0), who: 1 } as Act, { op: 'remove', who: 1, report: 0 }],
  [...heardBy1, suspend(1), { op: 'separate', who: 1, report: 0, leaves: 'reporter' }],
  [...heardBy1, by1('lift'), by1('close')],
  [...inHand, talk, ...soon, appeal],
];
export const SEPARATIONS: readonly Told[] = [[...separated, lift, reported]];
