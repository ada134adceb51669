import { SeparationsService } from '#members/ties/separations.service.js';
import { HOUR } from '#kernel/clock.js';
import { GiveNotice } from '#moderation/notices/give-notice.js';
import { MatterRecord } from '#moderation/matters/matter-record.js';
import { MatterStages } from '#moderation/matters/matter-stages.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { OrderAct } from '#moderation/sanctions/order-act.js';
import { OtherSide } from '#moderation/matters/other-side.js';
import { SanctionActs } from '#moderation/sanctions/sanction-acts.js';
import { SanctionsService } from '#moderation/sanctions/sanctions.service.js';
import { SharedGroups } from '#moderation/separations/shared-groups.js';
import type { Matter } from '#moderation/matters/matter.entity.js';
import {
  type Mutant,
  ofMethod,
  ofRule,
  ofSql,
  ofView,
  together,
  withoutRefusal,
} from '../models/mutants.js';

const nothing = async () => undefined;
const whileAppealed = { kind: 'allow', fact: 'stage', keeps: ['assigneeIds'] } as const;
const VERBS = [
  ...(['talk', 'warn', 'removeContent', 'suspend'] as const),
  ...(['separate', 'lift', 'askRemoval', 'close'] as const),
];

/** As long as one likes: what the limit of hours stops is done with the longest, and lasts longer. */
const withoutCap = ofMethod(
  'a suspension lasts for more than 72 hours',
  SanctionsService,
  'suspend',
  async (was, args, { db, clock }) => {
    const [viewer, id, hours, words] = args as readonly unknown[] as readonly [
      never,
      string,
      number,
      never,
    ];
    const notice = await was(viewer, id as never, Math.min(hours, 72) as never, words);
    const sql = `with s as (update sanction set ends_at = $2 where id = $1 returning account_id)
      update account a set suspended_until = $2 from s where a.id = s.account_id`;
    const { sanctionId } = notice as { sanctionId: string };
    await db.query(sql, [sanctionId, clock.in(hours * HOUR)]);
    return notice;
  },
);

export const ACTS: readonly Mutant[] = [
  withoutCap,
  withoutRefusal(
    'one thing is taken away twice',
    SanctionsService,
    'assertStillThere',
    'content.removed',
    undefined,
  ),
  withoutRefusal('it rolls', SanctionActs, 'assertNotRolling', 'sanction.rolling', undefined),
  withoutRefusal(
    'there is a third suspension',
    SanctionActs,
    'assertNotRolling',
    'sanction.thirdSuspension',
    undefined,
  ),
  withoutRefusal(
    'whoever is suspended is suspended again',
    SanctionActs,
    'lockMember',
    'sanction.notMember',
    undefined,
  ),
  ofMethod('a suspension never ends', ModerationJobs, 'endSuspensions', nothing),
  ofMethod('nobody is told of what was ordered before', ModerationJobs, 'tellNotices', nothing),
  ofSql(
    'it is told before its moment',
    /told_at is null and shown_from <= \$1/,
    'told_at is null and $1::timestamptz is not null',
  ),
  ofRule('it is read before its moment', 'Notice', 'read', {
    ...{ kind: 'allow', fact: 'shownFrom', keeps: ['accountId'] },
  }),
  ofRule('everybody reads what one is told', 'Notice', 'read', {
    ...{ kind: 'allow', fact: 'accountId', keeps: ['shownFrom'] },
  }),
  ofRule('what was told is taken back', 'Notice', 'undo', {
    ...{ kind: 'forbid', fact: 'shownFrom' },
  }),
  ofRule('what was done is taken back', 'Notice', 'undo', {
    ...{ kind: 'allow', fact: 'kind', keeps: ['assigneeIds'] },
  }),
  ofMethod('an act is in no audit', MatterRecord, 'write', nothing),
  ofMethod('one is told twice', GiveNotice, 'give', async (was, args) => {
    await was(...args);
    return was(...args);
  }),
  ofMethod('the audit tells before the notice does', OrderAct, 'writeDown', (was, args) =>
    was(...args.slice(0, 4), true as never),
  ),
];

/** It stays with whoever has it in hand. */
const inTheSameHands = ofMethod(
  'whoever decided has the appeal in hand',
  MatterStages,
  'appeal',
  async (was, args, { db }) => {
    const [row] = await db.query<{ was: string }>(
      'select assignee_id as was from matter where id = $1',
      args as unknown as unknown[],
    );
    await was(...args);
    await db.query('update matter set assignee_id = $2 where id = $1', [args[0], row!.was]);
  },
);

/** Of a pair of whom the other asked. */
const heardOfAnother = ofMethod(
  'who of a pair appealed is told to the other',
  MatterRecord,
  'write',
  (was, args) => {
    const [viewer, matter, action, words] = args as readonly unknown[] as readonly [
      ...[unknown, Matter, string, { toldId?: string }?],
    ];
    const told = words?.toldId ? { ...words, toldId: matter.reportedId } : words;
    return was(...([viewer, matter, action, told] as never[]));
  },
);

export const APPEALS: readonly Mutant[] = [
  together(
    'whoever decided takes the appeal in hand',
    ofRule('', 'Matter', 'queue', { kind: 'forbid', fact: 'deciderIds' }),
    ofRule('', 'Matter', 'claim', { kind: 'forbid', fact: 'deciderIds' }),
  ),
  ofView(
    'whoever ordered did not decide',
    'matter_decider',
    (is) => `select * from (${is}) t where false`,
  ),
  inTheSameHands,
  ...VERBS.map((verb) =>
    ofRule(`whoever hears an appeal does something new: ${verb}`, 'Matter', verb, whileAppealed),
  ),
  ofRule('it is appealed twice', 'Notice', 'appeal', { kind: 'forbid', fact: 'appealedAt' }),
  ofRule('it is appealed whenever', 'Notice', 'appeal', { kind: 'forbid', fact: 'appealEndsAt' }),
  ofRule('a talk is appealed', 'Notice', 'appeal', {
    ...{ kind: 'allow', fact: 'kind', keeps: ['accountId', 'shownFrom'] },
  }),
  ofRule('somebody appeals for another', 'Notice', 'appeal', {
    ...{ kind: 'allow', fact: 'accountId', keeps: ['shownFrom', 'kind'] },
  }),
  ofRule('it is heard twice', 'Appeal', 'hear', { kind: 'forbid', fact: 'decidedAt' }),
  together(
    'whoever has it not in hand hears it',
    ofRule('', 'Appeal', 'read', { kind: 'allow', fact: 'assigneeIds', keeps: [] }),
    ofRule('', 'Appeal', 'hear', { kind: 'allow', fact: 'assigneeIds', keeps: [] }),
  ),
  ofMethod('what was heard is not over', MatterStages, 'heard', nothing),
  ofMethod('what is lifted stays', SanctionActs, 'lift', nothing),
  ofMethod('whoever was suspended stays so', SanctionActs, 'restore', nothing),
  heardOfAnother,
];

export const SEPARATIONS: readonly Mutant[] = [
  ofMethod('two are separated twice', SeparationsService, 'between', async () => null),
  ofMethod('a separation does not end', SeparationsService, 'end', nothing),
  ofMethod('nobody leaves', SharedGroups, 'leave', async () => new Map()),
  withoutRefusal(
    'the groups are others by now',
    SharedGroups,
    'leave',
    'separation.groupsChanged',
    new Map(),
  ),
  ofMethod('the other is not told', OtherSide, 'separated', nothing),
  ofMethod('the other is not told that it is over', OtherSide, 'lifted', nothing),
];
