import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { AddGroupMember } from './add-group-member.js';
import { GroupInvitation, type GroupInvitationState } from './group-invitation.entity.js';
import { GroupInvitationEnded } from '../groups.events.js';
import type { AcceptGroupInvitationArgs } from '../groups.inputs.js';

/** Lists and answers the viewer's invitations into groups. */
@Injectable()
export class GroupInvitationsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly entering: AddGroupMember,
  ) {}

  /** Waiting invitations of the viewer, newest first. */
  mine(viewer: Viewer): Promise<GroupInvitation[]> {
    return this.waiting(viewer).orderBy('it.created_at', 'DESC').take(50).getMany();
  }

  countMine(viewer: Viewer): Promise<number> {
    return this.waiting(viewer).getCount();
  }

  accept(viewer: Viewer, { invitationId: id, agreementsVersion }: AcceptGroupInvitationArgs) {
    return this.db.write(async () => {
      // Read without a lock, only to learn the group: its row must be locked first, to prevent deadlocks.
      const seen = isId(id) ? await this.access.loader(GroupInvitation, viewer).load(id) : null;
      if (!seen) throw new NotFound();
      const now = await this.entering.inTurn(viewer, seen.groupId);
      const invitation = await this.answer(now, id, 'accept', 'accepted');
      const { groupId } = invitation;
      const member = { accountId: viewer.accountId, groupId };
      await this.entering.enterNow(member, agreementsVersion);
      return invitation;
    });
  }

  decline(viewer: Viewer, id: string): Promise<GroupInvitation> {
    return this.db.write(async () => {
      const invitation = await this.answer(viewer, id, 'decline', 'declined');
      const { invitedId } = invitation;
      await this.events.record(GroupInvitationEnded, { invitationId: invitation.id, invitedId });
      return invitation;
    });
  }

  private waiting(viewer: Viewer) {
    return this.access.list(GroupInvitation, viewer, 'accept');
  }

  private async answer(viewer: Viewer, id: string, action: string, state: GroupInvitationState) {
    const invitation = await this.access.load(GroupInvitation, id, viewer, action);
    invitation.state = state;
    invitation.decidedAt = this.clock.now();
    return this.db.repo(GroupInvitation).save(invitation);
  }
}
