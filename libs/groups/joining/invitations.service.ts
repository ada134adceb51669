import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { Group } from '../group.entity.js';
import { GroupInvitation, type GroupInvitationState } from './group-invitation.entity.js';
import { MemberInvited } from '../groups.events.js';
import type { InviteToGroupInput } from '../groups.inputs.js';

const EXPIRES_AFTER = 14 * DAY;

/** The way into a group by invitation of a steward. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly memberships: MembershipsService,
  ) {}

  /**
   * Invites somebody whom the steward can find. Of somebody who is in already it says nothing: they may be there under
   * a name of their own. Nor of somebody to whom a separation closes the group.
   */
  invite(viewer: Viewer, { groupId, personId }: InviteToGroupInput): Promise<Group> {
    return this.db.write(async () => {
      const group = await this.access.load(Group, groupId, viewer, 'invite');
      const { accountId: invitedId } = await this.access.load(Profile, personId, viewer, 'invite');
      if (await this.isParted(invitedId, groupId)) return group;
      const expiresAt = this.clock.in(EXPIRES_AFTER);
      const added = await this.db.query<{ id: string }>(
        `insert into group_invitation (group_id, invited_id, expires_at, created_at) values ($1, $2, $3, $4)
         on conflict (group_id, invited_id) where state = 'waiting' do nothing returning id`,
        [groupId, invitedId, expiresAt, this.clock.now()],
      );
      const [invitation] = added;
      if (!invitation) return group;
      await this.events.record(MemberInvited, { invitationId: invitation.id, groupId, invitedId });
      return group;
    });
  }

  /** Those that wait for the viewer, newest first. */
  mine(viewer: Viewer): Promise<GroupInvitation[]> {
    return this.access
      .list(GroupInvitation, viewer, 'accept')
      .andWhere('it.expires_at > :now', { now: this.clock.now() })
      .andWhere('it.group_id <> all(:mine)', { mine: viewer.groups.member })
      .orderBy('it.created_at', 'DESC')
      .take(50)
      .getMany();
  }

  accept(viewer: Viewer, id: string): Promise<GroupInvitation> {
    return this.db.write(async () => {
      const invitation = await this.answer(viewer, id, 'accept', 'accepted');
      await this.memberships.start(viewer.accountId, invitation.groupId);
      return invitation;
    });
  }

  decline(viewer: Viewer, id: string): Promise<GroupInvitation> {
    return this.db.write(() => this.answer(viewer, id, 'decline', 'declined'));
  }

  private async isParted(accountId: string, groupId: string): Promise<boolean> {
    const sql = 'select 1 from parted_group where account_id = $1 and group_id = $2';
    return (await this.db.query(sql, [accountId, groupId])).length > 0;
  }

  private async answer(viewer: Viewer, id: string, action: string, state: GroupInvitationState) {
    const invitation = await this.access.load(GroupInvitation, id, viewer, action);
    if (invitation.expiresAt <= this.clock.now()) throw new Conflict('groupInvitation.notWaiting');
    invitation.state = state;
    return this.db.repo(GroupInvitation).save(invitation);
  }
}
