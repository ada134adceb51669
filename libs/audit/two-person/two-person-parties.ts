import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import { Unauthenticated } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { FileAssignments } from '#realtime/file-assignments.js';
import type { TwoPersonAct } from './two-person-act.entity.js';

type Candidates = Pick<TwoPersonAct, 'approver' | 'scopeId' | 'allianceId'>;

/**
 * Selects candidates for approval: holders of the duty, both allies, the stewards of the group or coalition, and moderators, who
 * stand in when there is no other steward.
 */
const CANDIDATES = `
  select a.id from duty d join account a on a.id = d.account_id and a.standing in ('member', 'staff')
    where d.name = case $1 when 'steward' then 'moderate' else $1 end
  union select a.id from group_steward s join account a on a.id = s.account_id and a.standing = 'member'
    where s.group_id = $2
  union select a.id from coalition_steward s join account a on a.id = s.account_id and a.standing = 'member'
    where s.coalition_id = $2
  union select y.account_id from ally y where y.alliance_id = $3
  order by 1`;

/** Finds who requests a two-person act and who may approve it, with current rights. */
@Injectable()
export class TwoPersonParties implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
    private readonly assignments: FileAssignments,
  ) {}

  onModuleInit() {
    this.assignments.registerList({
      news: 'twoPersonAct',
      readers: (accountIds) => this.readersOfActsAbout(accountIds),
    });
  }

  /** Returns the ids of all accounts that may approve the act now. */
  async approversOf(act: Pick<TwoPersonAct, 'id'> & Candidates): Promise<string[]> {
    const found: string[] = [];
    for (const accountId of await this.candidates(act)) {
      const viewer = await this.viewers.byAccount(accountId);
      const may = viewer && (await this.access.may('TwoPersonAct', act.id, viewer, 'approve'));
      if (may) found.push(accountId);
    }
    return found;
  }

  /** Returns the ids of all accounts with the duty or role that the approval needs, including recused accounts. */
  async candidates({ approver, scopeId, allianceId }: Candidates): Promise<string[]> {
    const values = [approver, scopeId, allianceId];
    const rows = await this.db.query<{ id: string }>(CANDIDATES, values);
    return rows.map(({ id }) => id);
  }

  /**
   * Returns the approver with current rights, and locks the accounts of approver and requester so that neither loses
   * rights before COMMIT. The account that the act is about is locked with them, always in order of id: otherwise
   * accounts that decide about each other at once would deadlock.
   */
  async approving(viewer: Viewer, { requestedById, aboutId }: TwoPersonAct): Promise<Viewer> {
    this.db.assertWriting();
    const strength = aboutId ? 'for no key update' : 'for share';
    const sql = `select 1 from account where id = any($1) order by id ${strength}`;
    await this.db.query(sql, [[viewer.accountId, requestedById, ...(aboutId ? [aboutId] : [])]]);
    const now = await this.viewers.bySession(viewer.sessionId);
    if (!now) throw new Unauthenticated();
    return now;
  }

  /** Returns the requester as a viewer with current rights; undefined if the account has ended or is recused. */
  async asking({ id, requestedById }: TwoPersonAct): Promise<Viewer | undefined> {
    this.db.assertWriting();
    const sql = 'select 1 from two_person_tie where act_id = $1 and account_id = $2';
    const ties = await this.db.query(sql, [id, requestedById]);
    return ties.length > 0 ? undefined : this.viewers.byAccount(requestedById);
  }

  /**
   * Returns the accounts that could approve a waiting act related to these accounts, except the account that the act is
   * about. A reporter, and an account named in a report, has a conflict of interest in acts of that matter.
   */
  private async readersOfActsAbout(accountIds: readonly string[]): Promise<string[]> {
    // Check this first, because usually no act waits: planning this query takes a tenth of the time of the next one.
    const waiting = "select from two_person_act where state = 'waiting' and about_id is not null";
    if ((await this.db.query(`${waiting} limit 1`)).length === 0) return [];
    const acts = await this.db.query<Candidates & { aboutId: string }>(
      `select distinct approver, scope_id as "scopeId", alliance_id as "allianceId", about_id as "aboutId" from two_person_act a
       where state = 'waiting' and about_id is not null
         and (about_id = any($1) or exists (select 1 from duty d where d.account_id = any($1))
           or exists (select 1 from two_person_tie t where t.act_id = a.id and t.account_id = any($1)))`,
      [[...accountIds]],
    );
    const found = await Promise.all(
      acts.map(async (act) => {
        const all = await this.candidates(act);
        return all.filter((accountId) => accountId !== act.aboutId);
      }),
    );
    return [...new Set(found.flat())];
  }
}
