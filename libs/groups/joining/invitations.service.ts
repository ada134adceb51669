import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { Group } from '../group.entity.js';
import { GroupTurn } from '../group-turn.service.js';
import { EnterGroup } from './enter-group.js';
import { GroupInvitation, type GroupInvitationState } from './group-invitation.entity.js';
import { MemberInvited } from '../groups.events.js';
import type { GroupInvitationInput } from '../groups.inputs.js';

const EXPIRES_AFTER = 14 * DAY;

/** The way into a group by invitation of a steward. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly turn: GroupTurn,
    private readonly entering: EnterGroup,
  ) {}

  /**
   * Invites somebody whom the steward can find. The answer is the same where nothing is stored: of somebody who is in
   * already, or was removed, perhaps under a name of their own; and of somebody to whom a separation closes the group.
   */
  invite(viewer: Viewer, { groupId, personId }: GroupInvitationInput): Promise<Group> {
    return this.db.write(async () => {
      const group = await this.access.load(Group, groupId, viewer, 'invite');
      const { accountId: invitedId } = await this.access.load(Profile, personId, viewer, 'invite');
      if (await this.isClosedTo(invitedId, groupId)) return group;
      await this.endOverdue(invitedId, groupId);
      const added = await this.db.query<{ id: string }>(
        `insert into group_invitation (group_id, invited_id, expires_at, created_at) values ($1, $2, $3, $4)
         on conflict (group_id, invited_id) where state = 'waiting' do nothing returning id`,
        [groupId, invitedId, this.clock.in(EXPIRES_AFTER), this.clock.now()],
      );
      const [invitation] = added;
      if (!invitation) return group;
      await this.events.record(MemberInvited, { invitationId: invitation.id, groupId, invitedId });
      return group;
    });
  }

  /** Takes an invitation back that was not answered yet. Whether there was one is not told. */
  withdraw(viewer: Viewer, { groupId, personId }: GroupInvitationInput): Promise<Group> {
    return this.db.write(async () => {
      const group = await this.access.load(Group, groupId, viewer, 'invite');
      const { accountId: invitedId } = await this.access.load(Profile, personId, viewer, 'read');
      const waiting = { groupId, invitedId, state: 'waiting' } as const;
      await this.db.repo(GroupInvitation).update(waiting, { state: 'withdrawn' });
      return group;
    });
  }

  /** Those that wait for the viewer, newest first. */
  mine(viewer: Viewer): Promise<GroupInvitation[]> {
    return this.access
      .list(GroupInvitation, viewer, 'accept')
      .orderBy('it.created_at', 'DESC')
      .take(50)
      .getMany();
  }

  accept(viewer: Viewer, id: string): Promise<GroupInvitation> {
    return this.db.write(async () => {
      // Not locked yet: the group comes first.
      const seen = isId(id) ? await this.access.loader(GroupInvitation, viewer).load(id) : null;
      if (!seen) throw new NotFound();
      const now = await this.turn.waitAs(viewer, seen.groupId);
      const invitation = await this.answer(now, id, 'accept', 'accepted');
      await this.entering.enter(viewer.accountId, invitation.groupId);
      return invitation;
    });
  }

  decline(viewer: Viewer, id: string): Promise<GroupInvitation> {
    return this.db.write(() => this.answer(viewer, id, 'decline', 'declined'));
  }

  private async isClosedTo(accountId: string, groupId: string): Promise<boolean> {
    const sql = `
      select 1 from parted_group where account_id = $1 and group_id = $2
      union all select 1 from membership
        where account_id = $1 and group_id = $2 and (ended_at is null or barred_at is not null)`;
    return (await this.db.query(sql, [accountId, groupId])).length > 0;
  }

  /** What expired since the job last looked keeps nobody from being invited. */
  private async endOverdue(invitedId: string, groupId: string): Promise<void> {
    const overdue = { invitedId, groupId, state: 'waiting', expiresAt: LessThanOrEqual(this.clock.now()) } as const;
    await this.db.repo(GroupInvitation).update(overdue, { state: 'expired' });
  }

  private async answer(viewer: Viewer, id: string, action: string, state: GroupInvitationState) {
    const invitation = await this.access.load(GroupInvitation, id, viewer, action);
    invitation.state = state;
    return this.db.repo(GroupInvitation).save(invitation);
  }
}
