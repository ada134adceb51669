import { AccessService } from '#access/access.service.js';
import { ReassignMatter } from '#moderation/matters/reassign-matter.js';
import { CreateReport } from '#moderation/reports/create-report.js';
import { MatterAssignmentService } from '#moderation/matters/matter-assignment.service.js';
import { MatterStageTransitions } from '#moderation/matters/matter-stage-transitions.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { OpenMatter } from '#moderation/matters/open-matter.js';
import type { SubjectName } from '#policy/facts/facts-by-subject.js';
import type { Viewer } from '#policy/viewer.js';
import { FileAssignments } from '#realtime/file-assignments.js';
import { APPEAL_MUTANTS, SANCTION_MUTANTS, SEPARATION_MUTANTS } from './sanction-mutants.js';
import type { ModerationThemeName } from './history-themes.js';
import {
  type Mutant,
  methodMutant,
  ruleMutant,
  conflictMutant,
  viewMutant,
  type RuleSelector,
  combinedMutant,
  lockMutant,
  ignoredRefusalMutant,
} from '../models/product-mutants.js';

/**
 * Drops the rule for several actions at once. Each action also requires the right to read the row, so dropping it for
 * one action would change nothing.
 */
const ofAll = (
  name: string,
  subject: SubjectName,
  actions: readonly string[],
  rule: RuleSelector,
) => combinedMutant(name, ...actions.map((action) => ruleMutant(name, subject, action, rule)));
const side = { kind: 'forbid', fact: 'partyIds' } as const;
const tied = { kind: 'forbid', fact: 'tiedIds' } as const;
const inHand = { kind: 'allow', fact: 'assigneeIds', keeps: ['stage'] } as const;
const nothing = async () => undefined;

/** Creates a mutant that hides rows of a view. */
const without = (name: string, view: string, rows: string): Mutant =>
  viewMutant(name, view, (is) => `select t.* from (${is}) t where not exists (${rows})`);

const RECUSALS: readonly Mutant[] = [
  ofAll('a party may claim the matter', 'Matter', ['queue', 'claim'], side),
  ofAll('a moderator with a conflict of interest may claim', 'Matter', ['queue', 'claim'], tied),
  ofAll('an assignee who becomes a party may still read', 'Matter', ['read', 'readFile'], side),
  ofAll(
    'an assignee with a conflict of interest may still read',
    'Matter',
    ['read', 'readFile'],
    tied,
  ),
  methodMutant(
    'a later conflict of interest does not unassign the matter',
    MatterAssignmentService,
    'unassignLost',
    nothing,
  ),
  methodMutant('a new reporter does not trigger a conflict check', OpenMatter, 'joined', nothing),
  methodMutant(
    'an assignee who loses the duty keeps the matter',
    FileAssignments,
    'askAgainOf',
    nothing,
  ),
  without(
    'reporters are not parties',
    'matter_party',
    'select 1 from report r where r.matter_id = t.matter_id and r.reporter_id = t.account_id',
  ),
  without(
    'a relation to a reporter is no conflict of interest',
    'matter_tie',
    `select 1 from matter m where m.id = t.matter_id and not exists (
      select 1 from tie s where s.other_id = m.reported_id and s.account_id = t.account_id)`,
  ),
  without(
    'the author of a quoted message has no conflict of interest',
    'matter_tie',
    'select 1 from report r where r.matter_id = t.matter_id and t.account_id = any(r.named_ids)',
  ),
];

const ofSide = (table: string, column: string) =>
  `select s.${column}, a.account_id from ${table} s join application a on a.id = s.application_id`;
const TIES: readonly Mutant[] = [
  conflictMutant('a vouch', ofSide('vouch', 'voucher_id')),
  conflictMutant('an invitation', ofSide('invitation', 'inviter_id')),
  conflictMutant('an alliance', 'select account_id, other_id from ally'),
  conflictMutant('a separation', 'select low_id, high_id from separation'),
  conflictMutant(
    'a small group',
    'select m.account_id, o.account_id from membership m join membership o on o.group_id = m.group_id',
  ),
];

/** Lets a moderator claim a matter that is assigned to another moderator. */
const claimed = methodMutant(
  'a claimed matter may be claimed again',
  MatterAssignmentService,
  'claim',
  async (was, args, app) => {
    const [viewer, id] = args as unknown as readonly [Viewer, string];
    const mayClaim = await app.get(AccessService).may('Matter', id, viewer, 'claim');
    const sql = 'update matter set assignee_id = null where id = $1 and assignee_id <> $2';
    if (mayClaim) await app.db.query(sql, [id, viewer.accountId]);
    return was(...args);
  },
);

const HANDS: readonly Mutant[] = [
  claimed,
  combinedMutant('concurrent claims both succeed', lockMutant()),
  ofAll('a closed matter may be claimed', 'Matter', ['queue', 'claim'], {
    ...{ kind: 'allow', fact: 'stage', keeps: [] },
  }),
  ofAll(
    'a moderator without the assignment may read the matter',
    'Matter',
    ['read', 'readFile'],
    inHand,
  ),
  methodMutant('a released matter stays assigned', MatterAssignmentService, 'leave', nothing),
  methodMutant('an inactive matter stays assigned', ModerationJobs, 'releaseMatters', nothing),
  methodMutant(
    'a matter that waits for an answer has no assignee',
    MatterAssignmentService,
    'leave',
    (_was, args, app) => app.get(MatterAssignmentService).setAssignee(args[0]!, null),
  ),
  ignoredRefusalMutant(
    'a matter may be reassigned to any account',
    ReassignMatter,
    'colleagueOf',
    'input',
    {
      accountId: '',
    },
  ),
  ruleMutant('a notice may be answered twice', 'Notice', 'answer', {
    ...{ kind: 'forbid', fact: 'answeredAt' },
  }),
  ruleMutant('a notice may be answered after the matter is closed', 'Notice', 'answer', {
    ...{ kind: 'forbid', fact: 'matterClosedAt' },
  }),
  methodMutant('an answer does not reopen the matter', MatterStageTransitions, 'answer', nothing),
];

const REPORTS: readonly Mutant[] = [
  ruleMutant('members may report themselves', 'Profile', 'report', {
    kind: 'forbid',
    fact: 'ownerId',
  }),
  ruleMutant('everyone may read reports', 'Report', 'read', {
    ...{ kind: 'allow', fact: 'reporterId', keeps: [] },
  }),
  ignoredRefusalMutant(
    'reporters are not rate-limited',
    CreateReport,
    'checkPatience',
    'report.heard',
    0,
  ),
  {
    name: 'the same subject may be reported twice',
    async takeOut({ db }) {
      const sql = `select indexdef as is from pg_indexes where indexname = 'report_once'`;
      const [row] = await db.query<{ is: string }>(sql);
      await db.query('drop index report_once');
      return async () => {
        await db.query('delete from report');
        await db.query(row!.is);
      };
    },
  },
];

/**
 * One mutant for each check of moderation. Two checks have no mutant because another check covers them. First, the
 * decider may not decide the appeal: they cannot claim it either. Second, moderators with a conflict of interest may
 * not act: their matters are released.
 */
export const MODERATION_MUTANTS: Readonly<Record<ModerationThemeName, readonly Mutant[]>> = {
  ...{
    hands: [...RECUSALS, ...TIES, ...HANDS, ...REPORTS],
    acts: SANCTION_MUTANTS,
    appeals: APPEAL_MUTANTS,
  },
  ...{ separations: SEPARATION_MUTANTS, everything: [] },
};
