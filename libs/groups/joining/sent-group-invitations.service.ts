import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { Group } from '../group.entity.js';
import { GroupInvitationEnded, MemberInvited } from '../groups.events.js';
import type { GroupInvitationInput } from '../groups.inputs.js';
import { SentGroupInvitation } from './sent-group-invitation.entity.js';

const EXPIRES_AFTER = 14 * DAY;
/**
 * Minimum time after a declined or expired invitation before another one reaches the member. Invitations are stored for
 * the same time.
 */
export const MIN_TIME_BETWEEN_GROUP_INVITATIONS = 90 * DAY;
const MAX_SHOWN = 200;

/**
 * Whether an invitation cannot reach the account, and whether an earlier invitation was withdrawn. After a withdrawn
 * invitation, a new one sends no notification.
 */
interface Reach {
  is_closed: boolean;
  was_told: boolean;
}

/** Sends, lists and withdraws invitations into groups, for stewards. */
@Injectable()
export class SentGroupInvitationsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly quotas: ContactQuotasService,
    private readonly memberships: MembershipsService,
  ) {}

  /**
   * Invites a member whom the steward can find. Response and list are the same if the invitation reaches no one,
   * because the member is already in the group (perhaps with a persona), was removed under another name, is separated from
   * someone in it, or declined or ignored an invitation within ninety days. Throws Conflict if the member was removed while
   * they used the name that their profile still has, which stewards know.
   */
  invite(viewer: Viewer, { groupId, personId }: GroupInvitationInput): Promise<Group> {
    return this.db.write(async () => {
      const group = await this.access.load(Group, groupId, viewer, 'invite');
      const { accountId: invitedId } = await this.access.load(Profile, personId, viewer, 'invite');
      if (await this.isKnownAsRemoved(invitedId, groupId))
        throw new Conflict('groupInvitation.removed');
      const isAlly = viewer.allies.includes(invitedId);
      await this.quotas.use(viewer.accountId, isAlly ? 'inviteAlly' : 'inviteMember');
      await this.list(viewer, groupId, invitedId);
      const reach = await this.reach(invitedId, groupId);
      if (reach.is_closed) return group;
      const added = await this.db.query<{ id: string }>(
        `insert into group_invitation (group_id, invited_id, expires_at, created_at) values ($1, $2, $3, $4)
         on conflict (group_id, invited_id) where state = 'waiting' do nothing returning id`,
        [groupId, invitedId, this.clock.in(EXPIRES_AFTER), this.clock.now()],
      );
      const [invitation] = added;
      if (!invitation || reach.was_told) return group;
      await this.events.record(MemberInvited, { invitationId: invitation.id, groupId, invitedId });
      return group;
    });
  }

  /**
   * Invitations of all stewards that have not expired, answered or not; newest first. Throws Forbidden unless the
   * viewer is a steward.
   */
  async open(viewer: Viewer, groupId: string): Promise<SentGroupInvitation[]> {
    await this.access.load(Group, groupId, viewer, 'invite');
    return this.access
      .list(SentGroupInvitation, viewer)
      .andWhere('it.group_id = :groupId', { groupId })
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .take(MAX_SHOWN)
      .getMany();
  }

  /**
   * Withdraws an invitation by its list entry, also if the viewer can no longer find the member. The response is the
   * same if the invitation reached no one or was answered.
   */
  withdraw(viewer: Viewer, id: string): Promise<boolean> {
    return this.db.write(async () => {
      const sent = await this.access.load(SentGroupInvitation, id, viewer, 'withdraw');
      const { groupId, invitedId } = sent;
      await this.db.repo(SentGroupInvitation).delete({ groupId, invitedId });
      const ended = await this.db.query<{ id: string }>(
        `with ended as (update group_invitation set state = 'withdrawn', decided_at = $3, updated_at = now()
           where group_id = $1 and invited_id = $2 and state = 'waiting' returning id)
         select id from ended`,
        [groupId, invitedId, this.clock.now()],
      );
      for (const { id: invitationId } of ended)
        await this.events.record(GroupInvitationEnded, { invitationId, invitedId });
      return true;
    });
  }

  private async list({ accountId }: Viewer, groupId: string, invitedId: string): Promise<void> {
    const sender = await this.memberships.activeOf(accountId, groupId);
    await this.db.query(
      `insert into sent_group_invitation (group_id, invited_id, sender_id, expires_at, created_at)
       values ($1, $2, $3, $4, $5)
       on conflict (group_id, invited_id) do update set sender_id = excluded.sender_id,
         expires_at = excluded.expires_at, created_at = excluded.created_at, updated_at = now()`,
      [groupId, invitedId, sender?.id, this.clock.in(EXPIRES_AFTER), this.clock.now()],
    );
  }

  /**
   * Whether the account was removed under the name that its profile still has, so that stewards know whom they removed. A
   * persona or a later name must not be recognised.
   */
  private async isKnownAsRemoved(accountId: string, groupId: string): Promise<boolean> {
    const known = await this.db.query(
      `select 1 from membership m join profile_field f on f.account_id = m.account_id and f.kind = 'name'
       where m.account_id = $1 and m.group_id = $2 and m.barred_at is not null and m.persona_name is null
         and m.ended_name = f.text`,
      [accountId, groupId],
    );
    return known.length > 0;
  }

  private async reach(accountId: string, groupId: string): Promise<Reach> {
    const [reach] = await this.db.query<Reach>(
      `select exists (select 1 from parted_group where account_id = $1 and group_id = $2)
         or exists (select 1 from membership
           where account_id = $1 and group_id = $2 and (ended_at is null or barred_at is not null))
         or coalesce(bool_or(state in ('declined', 'expired') or (state = 'waiting' and expires_at <= $4)), false)
           as is_closed,
         coalesce(bool_or(state = 'withdrawn'), false) as was_told
       from group_invitation where invited_id = $1 and group_id = $2 and coalesce(decided_at, expires_at) > $3`,
      [accountId, groupId, this.clock.in(-MIN_TIME_BETWEEN_GROUP_INVITATIONS), this.clock.now()],
    );
    return reach!;
  }
}
