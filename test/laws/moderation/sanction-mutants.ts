import { SeparationsService } from '#members/relationships/separations.service.js';
import { HOUR } from '#kernel/clock.js';
import { NoticeDelivery } from '#moderation/notices/notice-delivery.js';
import { MatterAudit } from '#moderation/matters/matter-audit.js';
import { MatterStageTransitions } from '#moderation/matters/matter-stage-transitions.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { ApplySanction } from '#moderation/sanctions/apply-sanction.js';
import { SeparationReporterNotices } from '#moderation/matters/separation-reporter-notices.js';
import { SanctionEffects } from '#moderation/sanctions/sanction-effects.js';
import { SanctionsService } from '#moderation/sanctions/sanctions.service.js';
import { SharedGroups } from '#moderation/separations/shared-groups.js';
import type { Matter } from '#moderation/matters/matter.entity.js';
import {
  type Mutant,
  methodMutant,
  ruleMutant,
  sqlMutant,
  viewMutant,
  combinedMutant,
  ignoredRefusalMutant,
} from '../models/product-mutants.js';

const nothing = async () => undefined;
const whileAppealed = { kind: 'allow', fact: 'stage', keeps: ['assigneeIds'] } as const;
const VERBS = [
  ...(['talk', 'warn', 'removeContent', 'suspend'] as const),
  ...(['separate', 'lift', 'askRemoval', 'close'] as const),
];

/** Removes the limit of 72 hours: the product accepts longer suspensions and applies them. */
const withoutCap = methodMutant(
  'suspensions may exceed 72 hours',
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

export const SANCTION_MUTANTS: readonly Mutant[] = [
  withoutCap,
  ignoredRefusalMutant(
    'content may be removed twice',
    SanctionsService,
    'assertStillThere',
    'content.removed',
    undefined,
  ),
  ignoredRefusalMutant(
    'suspensions may follow each other without a gap',
    SanctionEffects,
    'assertNotRolling',
    'sanction.rolling',
    undefined,
  ),
  ignoredRefusalMutant(
    'a third suspension is allowed',
    SanctionEffects,
    'assertNotRolling',
    'sanction.thirdSuspension',
    undefined,
  ),
  ignoredRefusalMutant(
    'a suspended member may be suspended again',
    SanctionEffects,
    'lockMember',
    'sanction.notMember',
    undefined,
  ),
  methodMutant('suspensions never end', ModerationJobs, 'endSuspensions', nothing),
  methodMutant('delayed notices are never delivered', ModerationJobs, 'tellNotices', nothing),
  sqlMutant(
    'delayed notices are delivered at once',
    /told_at is null and shown_from <= \$1/,
    'told_at is null and $1::timestamptz is not null',
  ),
  ruleMutant('a notice is readable before its time', 'Notice', 'read', {
    ...{ kind: 'allow', fact: 'shownFrom', keeps: ['accountId'] },
  }),
  ruleMutant('everyone may read notices', 'Notice', 'read', {
    ...{ kind: 'allow', fact: 'accountId', keeps: ['shownFrom'] },
  }),
  ruleMutant('a delivered notice may be undone', 'Notice', 'undo', {
    ...{ kind: 'forbid', fact: 'shownFrom' },
  }),
  ruleMutant('sanctions other than warnings may be undone', 'Notice', 'undo', {
    ...{ kind: 'allow', fact: 'kind', keeps: ['assigneeIds'] },
  }),
  methodMutant('sanctions are not audited', MatterAudit, 'write', nothing),
  methodMutant('notices are delivered twice', NoticeDelivery, 'send', async (was, args) => {
    await was(...args);
    return was(...args);
  }),
  methodMutant(
    'the audit discloses a sanction before its notice',
    ApplySanction,
    'writeDown',
    (was, args) => was(...args.slice(0, 4), true as never),
  ),
];

/** The matter keeps its assignee after an appeal. */
const inTheSameHands = methodMutant(
  'an appeal stays assigned to the decider',
  MatterStageTransitions,
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

/** Discloses to the other person of a separated pair who appealed. */
const heardOfAnother = methodMutant(
  'an appeal is disclosed to the other person of a separation',
  MatterAudit,
  'write',
  (was, args) => {
    const [viewer, matter, action, words] = args as readonly unknown[] as readonly [
      ...[unknown, Matter, string, { toldId?: string }?],
    ];
    const told = words?.toldId ? { ...words, toldId: matter.reportedId } : words;
    return was(...([viewer, matter, action, told] as never[]));
  },
);

export const APPEAL_MUTANTS: readonly Mutant[] = [
  combinedMutant(
    'the decider may claim the appeal',
    ruleMutant('', 'Matter', 'queue', { kind: 'forbid', fact: 'deciderIds' }),
    ruleMutant('', 'Matter', 'claim', { kind: 'forbid', fact: 'deciderIds' }),
  ),
  viewMutant(
    'the moderator who ordered a sanction is not its decider',
    'matter_decider',
    (is) => `select * from (${is}) t where false`,
  ),
  inTheSameHands,
  ...VERBS.map((verb) =>
    ruleMutant(`the assignee of an appeal may ${verb}`, 'Matter', verb, whileAppealed),
  ),
  ruleMutant('a notice may be appealed twice', 'Notice', 'appeal', {
    kind: 'forbid',
    fact: 'appealedAt',
  }),
  ruleMutant('a notice may be appealed after the deadline', 'Notice', 'appeal', {
    kind: 'forbid',
    fact: 'appealEndsAt',
  }),
  ruleMutant('a talk may be appealed', 'Notice', 'appeal', {
    ...{ kind: 'allow', fact: 'kind', keeps: ['accountId', 'shownFrom'] },
  }),
  ruleMutant('members may appeal for others', 'Notice', 'appeal', {
    ...{ kind: 'allow', fact: 'accountId', keeps: ['shownFrom', 'kind'] },
  }),
  ruleMutant('an appeal may be decided twice', 'Appeal', 'hear', {
    kind: 'forbid',
    fact: 'decidedAt',
  }),
  combinedMutant(
    'a moderator without the assignment may decide the appeal',
    ruleMutant('', 'Appeal', 'read', { kind: 'allow', fact: 'assigneeIds', keeps: [] }),
    ruleMutant('', 'Appeal', 'hear', { kind: 'allow', fact: 'assigneeIds', keeps: [] }),
  ),
  methodMutant(
    'a decided appeal stays open',
    MatterStageTransitions,
    'afterAppealDecided',
    nothing,
  ),
  methodMutant('lifted sanctions stay in force', SanctionEffects, 'lift', nothing),
  methodMutant('lifted suspensions do not restore the member', SanctionEffects, 'restore', nothing),
  heardOfAnother,
];

export const SEPARATION_MUTANTS: readonly Mutant[] = [
  methodMutant(
    'two members may be separated twice',
    SeparationsService,
    'between',
    async () => null,
  ),
  methodMutant('lifted separations stay in force', SeparationsService, 'end', nothing),
  methodMutant(
    'a separation removes no one from shared groups',
    SharedGroups,
    'leave',
    async () => new Map(),
  ),
  ignoredRefusalMutant(
    'a separation ignores changed shared groups',
    SharedGroups,
    'leave',
    'separation.groupsChanged',
    new Map(),
  ),
  methodMutant(
    'the other person is not notified of a separation',
    SeparationReporterNotices,
    'notifySeparated',
    nothing,
  ),
  methodMutant(
    'the other person is not notified when it is lifted',
    SeparationReporterNotices,
    'notifyLifted',
    nothing,
  ),
];
