import { DAY, MINUTE } from '#kernel/clock.js';
import { type ModerationAct, REPORTED, REPORTABLE_SUBJECTS } from './moderation-acts.js';

/** A scripted history. The acts in an inner array run concurrently. */
export type ScriptedHistory = readonly (ModerationAct | readonly ModerationAct[])[];

const latest = { matter: 0 };
export const claimBy = (who: number): ModerationAct => ({ op: 'claim', who, ...latest });
export const reportProfile: ModerationAct = { op: 'report', who: 6, what: 'profile' };
export const reportedAndClaimed: readonly ModerationAct[] = [reportProfile, claimBy(0)];
export const talk: ModerationAct = { op: 'talk', who: 0, ...latest };
export const warn = (days: number): ModerationAct => ({ op: 'warn', who: 0, days, ...latest });
export const suspend = (who: number, hours = 72, days = 0): ModerationAct => {
  return { op: 'suspend', who, hours, days, ...latest };
};
const remove: ModerationAct = { op: 'remove', who: 0, report: 0 };
export const undo: ModerationAct = { op: 'undo', who: 0, notice: 0 };
export const close: ModerationAct = { op: 'close', who: 0, ...latest };
export const lift: ModerationAct = { op: 'lift', who: 0, ...latest };
const answer: ModerationAct = { op: 'answer', who: REPORTED, notice: 0 };
export const appeal = { op: 'appeal', who: REPORTED, notice: 0 } as const;
export const decideAppeal = (who: number): ModerationAct => ({
  op: 'hear',
  who,
  appeal: 0,
  outcome: 'lifted',
});
export const waitAndRunJobs = (ms: number): ModerationAct[] => [{ op: 'wait', ms }, { op: 'jobs' }];
export const waitOneMinute = waitAndRunJobs(MINUTE);
export const separationHistory: readonly ModerationAct[] = [
  ...reportedAndClaimed,
  { op: 'separate', who: 0, report: 0, leaves: 'reporter' },
];

/** Histories that random generation reaches too rarely. */
export const ASSIGNMENT_HISTORIES: readonly ScriptedHistory[] = [
  [...reportedAndClaimed, { op: 'loseDuty', who: 0 }],
  [...reportedAndClaimed, { op: 'bench', who: 0 }],
  [{ op: 'report', who: 7, what: 1 }, claimBy(3)],
  [reportProfile, claimBy(3), { op: 'report', who: 7, what: 1 }],
  [reportProfile, [claimBy(0), claimBy(1)]],
  [...reportedAndClaimed, talk, { op: 'release', who: 0, ...latest }],
  ...[0, 6, 1].map((to): ScriptedHistory => [
    ...reportedAndClaimed,
    { op: 'hand', who: 0, to, ...latest },
  ]),
  [...reportedAndClaimed, talk, ...waitOneMinute, answer, answer],
  [{ op: 'report', who: REPORTED, what: 'profile' }],
  REPORTABLE_SUBJECTS.map((what): ModerationAct => ({ op: 'report', who: 6, what })),
  [reportProfile, reportProfile],
];
const again = (who: number): ModerationAct[] => [
  ...waitAndRunJobs(40 * DAY),
  claimBy(who),
  suspend(who),
];
export const SANCTION_HISTORIES: readonly ScriptedHistory[] = [
  [...reportedAndClaimed, remove, remove],
  [...reportedAndClaimed, suspend(0, 73)],
  [...reportedAndClaimed, suspend(0), suspend(0)],
  [...reportedAndClaimed, suspend(0), ...again(0), ...again(1)],
  [...reportedAndClaimed, suspend(0, 72, 3), undo],
  [...reportedAndClaimed, warn(0), ...waitOneMinute, undo],
];
const heardBy1: readonly ModerationAct[] = [...reportedAndClaimed, suspend(0), appeal, claimBy(1)];
const by1 = (op: 'talk' | 'lift' | 'close'): ModerationAct => ({ op, who: 1, ...latest });
export const APPEAL_HISTORIES: readonly ScriptedHistory[] = [
  [...heardBy1, decideAppeal(1), decideAppeal(1)],
  [
    ...heardBy1,
    by1('talk'),
    { ...warn(0), who: 1 } as ModerationAct,
    { op: 'remove', who: 1, report: 0 },
  ],
  [...heardBy1, suspend(1), { op: 'separate', who: 1, report: 0, leaves: 'reporter' }],
  [...heardBy1, by1('lift'), by1('close')],
  [...reportedAndClaimed, talk, ...waitOneMinute, appeal],
];
export const SEPARATION_HISTORIES: readonly ScriptedHistory[] = [
  [...separationHistory, lift, reportProfile],
];
