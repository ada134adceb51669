import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { FilesService } from '#files/files.service.js';
import { Clock } from '#kernel/clock.js';
import { AccessRevocations } from './access-revocations.js';
import { CoalitionEntriesEnded, MembershipEnded } from './members.events.js';
import type { Membership } from './membership.entity.js';
import { ConflictsOfInterestService } from './relationships/conflicts-of-interest.service.js';

/** The entries to check: those of these accounts, and those in these coalitions. */
interface EntryScope {
  readonly accountIds?: readonly string[];
  readonly coalitionIds?: readonly string[];
}

interface EndedEntry {
  readonly id: string;
  readonly groupId: string;
  readonly accountId: string;
  readonly personaPicture: string;
}

/**
 * The entries `e` that no accepted grant explains. The count stands in a subquery of its own, because the planner would
 * otherwise compute the whole view.
 */
const IS_UNEXPLAINED = `
  e.group_kind = 'coalition' and e.ended_at is null
  and 0 = (select count(*) from coalition_access x
    where x.account_id = e.account_id and x.coalition_id = e.group_id)`;

const WITH_UNEXPLAINED = `select distinct e.group_id as id from membership e where ${IS_UNEXPLAINED} order by 1`;

const END_UNEXPLAINED = `
  with unexplained as (
    select e.id, e.group_id, e.account_id, e.persona_picture from membership e
    where (e.account_id = any($2) or e.group_id = any($3)) and ${IS_UNEXPLAINED}
    order by e.id for update),
  ended as (
    update membership m set ended_at = $1, updated_at = $1, persona_picture = ''
    from unexplained u where m.id = u.id)
  select id, group_id as "groupId", account_id as "accountId", persona_picture as "personaPicture" from unexplained`;

/** Ends what depends on a membership that ended. */
@Injectable()
export class MembershipEndingsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly files: FilesService,
    private readonly revocations: AccessRevocations,
    private readonly ties: ConflictsOfInterestService,
  ) {}

  /**
   * Records that a membership ended, deletes its picture and ends the entries in coalitions that depended on it. After
   * COMMIT the account receives nothing of the group on any node.
   */
  async ended(membership: Membership): Promise<void> {
    this.db.assertWriting();
    const { id: membershipId, accountId, groupId, personaPicture } = membership;
    if (personaPicture) this.files.dropAfterCommit(personaPicture);
    await this.events.record(MembershipEnded, { membershipId, accountId, groupId });
    this.db.afterCommit(() => this.revocations.tell({ kind: 'rights', accountId }));
    await this.endUnexplainedEntries({ accountIds: [accountId] });
  }

  /**
   * Ends the entries in coalitions that no accepted grant explains any more, in the transaction that ended the last
   * grant, participant or source. Their accounts have no access in any case, because that is read from the grants; this
   * ends the rows, and after COMMIT the subscriptions.
   */
  async endUnexplainedEntries({ accountIds = [], coalitionIds = [] }: EntryScope): Promise<void> {
    this.db.assertWriting();
    const entries = await this.db.query<EndedEntry>(END_UNEXPLAINED, [
      ...[this.clock.now(), accountIds, coalitionIds],
    ]);
    if (entries.length === 0) return;
    for (const { personaPicture } of entries) {
      if (personaPicture) this.files.dropAfterCommit(personaPicture);
    }
    for (const [groupId, some] of Map.groupBy(entries, (entry) => entry.groupId)) {
      const ids = some.map(({ accountId }) => accountId);
      const membershipIds = some.map(({ id }) => id);
      await this.events.record(CoalitionEntriesEnded, { groupId, accountIds: ids, membershipIds });
      await this.ties.reportShrunk(groupId, ids.length);
    }
    const all = [...new Set(entries.map(({ accountId }) => accountId))];
    this.db.afterCommit(() => this.revocations.tell({ kind: 'allRights', accountIds: all }));
  }

  /**
   * Ids of the coalitions with an entry that no accepted grant explains: if its last two grants or sources end at the
   * same moment, each transaction still sees the other one, and neither ends the entry.
   */
  async coalitionsWithUnexplainedEntries(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(WITH_UNEXPLAINED);
    return rows.map(({ id }) => id);
  }
}
