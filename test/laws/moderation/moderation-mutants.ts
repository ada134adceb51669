import { AccessService } from '#access/access.service.js';
import { HandMatter } from '#moderation/matters/hand-matter.js';
import { MakeReport } from '#moderation/reports/make-report.js';
import { MatterHandsService } from '#moderation/matters/matter-hands.service.js';
import { MatterStages } from '#moderation/matters/matter-stages.js';
import { ModerationJobs } from '#moderation/moderation.jobs.js';
import { OpenMatter } from '#moderation/matters/open-matter.js';
import type { SubjectName } from '#policy/facts/facts.js';
import type { Viewer } from '#policy/viewer.js';
import { Assignments } from '#realtime/assignments.js';
import { APPEALS, ACTS, SEPARATIONS } from './moderation-mutants-of-acts.js';
import type { ThemeName } from './moderation-themes.js';
import {
  type Mutant,
  ofMethod,
  ofRule,
  ofTie,
  ofView,
  type Rule,
  together,
  withoutLocks,
  withoutRefusal,
} from '../models/mutants.js';

/** What is done to a row is asked of the row and of its being seen. */
const ofAll = (name: string, subject: SubjectName, actions: readonly string[], rule: Rule) =>
  together(name, ...actions.map((action) => ofRule(name, subject, action, rule)));
const side = { kind: 'forbid', fact: 'partyIds' } as const;
const tied = { kind: 'forbid', fact: 'tiedIds' } as const;
const inHand = { kind: 'allow', fact: 'assigneeIds', keeps: ['stage'] } as const;
const nothing = async () => undefined;

/** Rows of a view that are not there. */
const without = (name: string, view: string, rows: string): Mutant =>
  ofView(name, view, (is) => `select t.* from (${is}) t where not exists (${rows})`);

const RECUSALS: readonly Mutant[] = [
  ofAll('whoever is a side takes it in hand', 'Matter', ['queue', 'claim'], side),
  ofAll('whoever is tied takes it in hand', 'Matter', ['queue', 'claim'], tied),
  ofAll('whoever is a side and has it in hand reads on', 'Matter', ['read', 'readFile'], side),
  ofAll('whoever is tied and has it in hand reads on', 'Matter', ['read', 'readFile'], tied),
  ofMethod('a tie that comes later leaves it in hand', MatterHandsService, 'letGo', nothing),
  ofMethod('nobody looks whom a new reporter is tied to', OpenMatter, 'joined', nothing),
  ofMethod('whoever moderates no more keeps it', Assignments, 'askAgainOf', nothing),
  without(
    'whoever reported is no side',
    'matter_party',
    'select 1 from report r where r.matter_id = t.matter_id and r.reporter_id = t.account_id',
  ),
  without(
    'whoever is tied to a reporter alone is not tied',
    'matter_tie',
    `select 1 from matter m where m.id = t.matter_id and not exists (
      select 1 from tie s where s.other_id = m.reported_id and s.account_id = t.account_id)`,
  ),
  without(
    'whoever wrote some of it is not tied',
    'matter_tie',
    'select 1 from report r where r.matter_id = t.matter_id and t.account_id = any(r.named_ids)',
  ),
];

const ofSide = (table: string, column: string) =>
  `select s.${column}, a.account_id from ${table} s join application a on a.id = s.application_id`;
const TIES: readonly Mutant[] = [
  ofTie('a vouch', ofSide('vouch', 'voucher_id')),
  ofTie('an invitation', ofSide('invitation', 'inviter_id')),
  ofTie('an alliance', 'select account_id, other_id from ally'),
  ofTie('a separation', 'select low_id, high_id from separation'),
  ofTie(
    'a small group',
    'select m.account_id, o.account_id from membership m join membership o on o.group_id = m.group_id',
  ),
];

/** Whoever may claim it finds nobody on it. */
const claimed = ofMethod(
  'it is taken out of other hands',
  MatterHandsService,
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
  together('two take it at once', withoutLocks()),
  ofAll('what is closed is taken in hand', 'Matter', ['queue', 'claim'], {
    ...{ kind: 'allow', fact: 'stage', keeps: [] },
  }),
  ofAll('whoever has it not in hand reads it', 'Matter', ['read', 'readFile'], inHand),
  ofMethod('what is left stays in hand', MatterHandsService, 'leave', nothing),
  ofMethod('what is left alone stays in hand', ModerationJobs, 'releaseMatters', nothing),
  ofMethod('what waits waits in nobody’s hands', MatterHandsService, 'leave', (_was, args, app) =>
    app.get(MatterHandsService).give(args[0]!, null),
  ),
  withoutRefusal('it is left to anybody', HandMatter, 'colleagueOf', 'input', { accountId: '' }),
  ofRule('an answer is given twice', 'Notice', 'answer', {
    ...{ kind: 'forbid', fact: 'answeredAt' },
  }),
  ofRule('an answer comes after the end', 'Notice', 'answer', {
    ...{ kind: 'forbid', fact: 'matterClosedAt' },
  }),
  ofMethod('an answer is not noticed', MatterStages, 'answer', nothing),
];

const REPORTS: readonly Mutant[] = [
  ofRule('one reports oneself', 'Profile', 'report', { kind: 'forbid', fact: 'ownerId' }),
  ofRule('everybody reads reports', 'Report', 'read', {
    ...{ kind: 'allow', fact: 'reporterId', keeps: [] },
  }),
  withoutRefusal('a reporter is heard without end', MakeReport, 'checkPatience', 'report.heard', 0),
  {
    name: 'one thing is reported twice',
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
 * Every single check of moderation. What is not here is said twice in the product, and one of the two can go without
 * anybody doing more: that whoever decided may not hear (they cannot take it in hand either), and that whoever is tied
 * may do none of the acts (what they had in hand was taken from them).
 */
export const MUTANTS: Readonly<Record<ThemeName, readonly Mutant[]>> = {
  ...{ hands: [...RECUSALS, ...TIES, ...HANDS, ...REPORTS], acts: ACTS, appeals: APPEALS },
  ...{ separations: SEPARATIONS, everything: [] },
};
