import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { Quotas } from '#signin/accounts/quotas.service.js';
import { Group } from '../group.entity.js';
import { EnterGroup } from './enter-group.js';
import { GroupInvitation, type GroupInvitationState } from './group-invitation.entity.js';
import { InvitationEnded, MemberInvited } from '../groups.events.js';
import type { GroupInvitationInput } from '../groups.inputs.js';

const EXPIRES_AFTER = 14 * DAY;
/** From the moment in which one was declined or expired; as long an invitation is kept. */
export const INVITE_AGAIN_AFTER = 90 * DAY;

/** Why an invitation would reach nobody, and whether one was taken back: then another is no news. */
interface Reach {
  is_closed: boolean;
  was_told: boolean;
}

/** The way into a group by invitation of a steward. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly quotas: Quotas,
    private readonly entering: EnterGroup,
  ) {}

  /**
   * Invites somebody whom the steward can find. The answer is the same where nothing is stored: of somebody who is in
   * already, or was removed, perhaps under a name of their own; of somebody to whom a separation closes the group; and of
   * somebody who let an invitation into it pass within ninety days.
   */
  invite(viewer: Viewer, { groupId, personId }: GroupInvitationInput): Promise<Group> {
    return this.db.write(async () => {
      const group = await this.access.load(Group, groupId, viewer, 'invite');
      const { accountId: invitedId } = await this.access.load(Profile, personId, viewer, 'invite');
      const isAlly = viewer.allies.includes(invitedId);
      await this.quotas.use(viewer.accountId, isAlly ? 'inviteAlly' : 'inviteMember');
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

  /** Takes an invitation back that was not answered yet. Whether there was one is not told. */
  withdraw(viewer: Viewer, { groupId, personId }: GroupInvitationInput): Promise<Group> {
    return this.db.write(async () => {
      const group = await this.access.load(Group, groupId, viewer, 'invite');
      const { accountId: invitedId } = await this.access.load(Profile, personId, viewer, 'read');
      const ended = await this.db.query<{ id: string }>(
        `with ended as (update group_invitation set state = 'withdrawn', decided_at = $3, updated_at = now()
           where group_id = $1 and invited_id = $2 and state = 'waiting' returning id)
         select id from ended`,
        [groupId, invitedId, this.clock.now()],
      );
      for (const { id } of ended)
        await this.events.record(InvitationEnded, { invitationId: id, invitedId });
      return group;
    });
  }

  /** Those that wait for the viewer, newest first. */
  mine(viewer: Viewer): Promise<GroupInvitation[]> {
    return this.waiting(viewer).orderBy('it.created_at', 'DESC').take(50).getMany();
  }

  countMine(viewer: Viewer): Promise<number> {
    return this.waiting(viewer).getCount();
  }

  accept(viewer: Viewer, id: string): Promise<GroupInvitation> {
    return this.db.write(async () => {
      // Not locked yet: the group comes first.
      const seen = isId(id) ? await this.access.loader(GroupInvitation, viewer).load(id) : null;
      if (!seen) throw new NotFound();
      const now = await this.entering.inTurn(viewer, seen.groupId);
      const invitation = await this.answer(now, id, 'accept', 'accepted');
      await this.entering.enter(viewer.accountId, invitation.groupId);
      return invitation;
    });
  }

  decline(viewer: Viewer, id: string): Promise<GroupInvitation> {
    return this.db.write(async () => {
      const invitation = await this.answer(viewer, id, 'decline', 'declined');
      const { invitedId } = invitation;
      await this.events.record(InvitationEnded, { invitationId: invitation.id, invitedId });
      return invitation;
    });
  }

  private waiting(viewer: Viewer) {
    return this.access.list(GroupInvitation, viewer, 'accept');
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
      [accountId, groupId, this.clock.in(-INVITE_AGAIN_AFTER), this.clock.now()],
    );
    return reach!;
  }

  private async answer(viewer: Viewer, id: string, action: string, state: GroupInvitationState) {
    const invitation = await this.access.load(GroupInvitation, id, viewer, action);
    invitation.state = state;
    invitation.decidedAt = this.clock.now();
    return this.db.repo(GroupInvitation).save(invitation);
  }
}
