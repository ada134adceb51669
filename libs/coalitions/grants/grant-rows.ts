import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { MembershipEndingsService } from '#members/membership-endings.service.js';
import type { ParticipantPerson } from '../participants/participant-people.js';
import { CoalitionGrant } from './coalition-grant.entity.js';

/**
 * Inserts grants. A grant for the same membership or affiliation remains as it is; one for an earlier membership, which
 * ended, is replaced.
 */
const INSERT = `
  insert into coalition_grant as g (participant_id, account_id, membership_id, affiliation_id, created_at, updated_at)
  select $1, p."accountId", p."membershipId", p."affiliationId", $3, $3
  from jsonb_to_recordset($2::jsonb) as p("accountId" uuid, "membershipId" uuid, "affiliationId" uuid)
  on conflict (participant_id, account_id) do update
    set membership_id = excluded.membership_id, affiliation_id = excluded.affiliation_id,
      accepted_at = null, declined_at = null, shown_in_id = null,
      created_at = excluded.created_at, updated_at = excluded.updated_at
    where coalesce(g.membership_id, g.affiliation_id)
      is distinct from coalesce(excluded.membership_id, excluded.affiliation_id)
  returning account_id as "accountId"`;

const WITHDRAW_ACCEPTANCES = `
  update coalition_grant g set accepted_at = null, shown_in_id = null
  from participant p
  where p.id = g.participant_id and p.coalition_id = $1 and g.account_id = $2`;

/** Writes grants. The caller holds the lock of the coalition. */
@Injectable()
export class GrantRows {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly endings: MembershipEndingsService,
  ) {}

  /** Returns the accounts that had no grant of the participant before. */
  async add(participantId: string, people: readonly ParticipantPerson[]): Promise<string[]> {
    this.db.assertWriting();
    const values = [participantId, JSON.stringify(people), this.clock.now()];
    const rows = await this.db.query<{ accountId: string }>(INSERT, values);
    return rows.map(({ accountId }) => accountId);
  }

  /** `shownInId` is the entry that shows the participant, if it does. */
  async accept(id: string, shownInId: string | null): Promise<void> {
    this.db.assertWriting();
    const sql = `
      update coalition_grant set accepted_at = coalesce(accepted_at, $2), declined_at = null, shown_in_id = $3
      where id = $1`;
    await this.db.query(sql, [id, this.clock.now(), shownInId]);
  }

  async show(id: string, shownInId: string | null): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(CoalitionGrant).update(id, { shownInId });
  }

  /** Declines a grant, or takes that back. The person does not take part: an acceptance from before ends too. */
  async decline(id: string, isDeclined: boolean): Promise<void> {
    this.db.assertWriting();
    const declinedAt = isDeclined ? this.clock.now() : null;
    const ended = { acceptedAt: null, shownInId: null };
    await this.db.repo(CoalitionGrant).update(id, { ...ended, declinedAt });
  }

  /** Takes back every acceptance of an account in a coalition. The grants remain, so that delegates see no difference. */
  async withdrawAcceptances(coalitionId: string, accountId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.query(WITHDRAW_ACCEPTANCES, [coalitionId, accountId]);
  }

  /** Deletes a grant, and ends the person's entry in the coalition unless another grant explains it. */
  async delete({ id, accountId }: Pick<CoalitionGrant, 'id' | 'accountId'>): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(CoalitionGrant).delete({ id });
    await this.endings.endUnexplainedEntries({ accountIds: [accountId] });
  }

  /** Deletes the grants for a membership that ended. They count no more since then. */
  async deleteOf(membershipId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(CoalitionGrant).delete({ membershipId });
  }
}
