import { Injectable } from '@nestjs/common';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { TwoPersonState } from '#audit/two-person/two-person-act.entity.js';
import { TwoPersonActEnded } from '#audit/two-person/two-person.events.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { CoalitionGroupsService } from '#groups/coalition-groups.service.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { MembershipEnded } from '#members/members.events.js';
import { MembershipsService } from '#members/memberships.service.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { INVITE_PARTICIPANT_ACT_KIND } from './coalition-act-kinds.js';
import {
  ParticipantsChanged,
  RequestedActObsolete,
  ShownParticipantsChanged,
} from './coalitions.events.js';
import { GrantRows } from './grants/grant-rows.js';
import { CoalitionInvitationRows } from './invitations/coalition-invitation-rows.js';

/** Notifies those who take part in a coalition, and its coalition stewards, about changes of its participants. */
@Injectable()
export class CoalitionChangeNotifier {
  constructor(
    private readonly db: Database,
    private readonly memberships: MembershipsService,
    private readonly realtime: RealtimeService,
  ) {}

  @On(ParticipantsChanged)
  async whenParticipantsChange({ coalitionId: id }: { coalitionId: string }): Promise<void> {
    const inside = await this.memberships.activeAccountIdsIn(id);
    const stewards = await this.db.query<{ account_id: string }>(
      'select account_id from coalition_steward where coalition_id = $1',
      [id],
    );
    const told = new Set([...inside, ...stewards.map((one) => one.account_id)]);
    this.realtime.tell([...told], { subject: 'group', id });
  }

  /** Coalition stewards who do not take part are not told: they see none of it. */
  @On(ShownParticipantsChanged)
  async whenShownParticipantsChange({ coalitionId: id }: { coalitionId: string }): Promise<void> {
    this.realtime.tell(await this.memberships.activeAccountIdsIn(id), { subject: 'group', id });
  }
}

/** Deletes an invitation whose approval was refused, withdrawn or not given in time. */
@Injectable()
export class RefusedInvitationHandlers {
  constructor(
    private readonly db: Database,
    private readonly acts: TwoPersonActReader,
    private readonly rows: CoalitionInvitationRows,
  ) {}

  @On(TwoPersonActEnded)
  async whenAnApprovalEnds({ actId }: { actId: string }): Promise<void> {
    const act = await this.acts.find(actId);
    if (act?.kind !== INVITE_PARTICIPANT_ACT_KIND || act.state === TwoPersonState.approved) return;
    await this.db.write(() => this.rows.forgetUnapproved(act.subjectKey));
  }
}

/**
 * Withdraws requests whose object has ended. This runs after COMMIT, because an approval locks the request before the
 * coalition.
 */
@Injectable()
export class ObsoleteActHandlers {
  constructor(
    private readonly db: Database,
    private readonly twoPerson: TwoPersonService,
  ) {}

  @On(RequestedActObsolete)
  whenItsObjectEnds({ kind, subjectKey }: { kind: string; subjectKey: string }): Promise<void> {
    return this.db.write(() => this.twoPerson.withdrawObsolete(kind, subjectKey));
  }
}

/**
 * Takes back the acceptances of whoever left a coalition, also where a coalition steward or a separation ended the
 * entry: nothing of it may count, or be exported, after they may return.
 */
@Injectable()
export class EndedEntryHandlers {
  constructor(
    private readonly db: Database,
    private readonly coalitions: CoalitionGroupsService,
    private readonly groupLock: GroupLockService,
    private readonly memberships: MembershipsService,
    private readonly grants: GrantRows,
  ) {}

  @On(MembershipEnded)
  async whenAnEntryEnds({ accountId, groupId: id }: { accountId: string; groupId: string }) {
    if ((await this.coalitions.byIds([id])).length === 0) return;
    await this.db.write(async () => {
      await this.groupLock.acquire(id);
      if (await this.memberships.activeOf(accountId, id)) return;
      await this.grants.withdrawAcceptances(id, accountId);
    });
  }
}
