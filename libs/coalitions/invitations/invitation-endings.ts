import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { INVITE_PARTICIPANT_ACT_KIND } from '../coalition-act-kinds.js';
import { CoalitionInvitationEnded, RequestedActObsolete } from '../coalitions.events.js';
import { CoalitionInvitation } from './coalition-invitation.entity.js';

/** Withdraws and declines invitations. The lock of the coalition decides between these and an acceptance. */
@Injectable()
export class InvitationEndings {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly groupLock: GroupLockService,
    private readonly events: EventsService,
  ) {}

  /**
   * An invitation that was delivered counts until it expires, so that inviting and withdrawing in turns sends no
   * unlimited notices.
   */
  withdraw(viewer: Viewer, id: string): Promise<boolean> {
    return this.end(viewer, id, 'withdraw', async ({ tokenHash, approvedAt }) => {
      const rows = this.db.repo(CoalitionInvitation);
      if (approvedAt && !tokenHash) await rows.update(id, { withdrawnAt: this.clock.now() });
      else await rows.delete(id);
      if (!approvedAt) {
        const obsolete = { kind: INVITE_PARTICIPANT_ACT_KIND, subjectKey: id };
        await this.events.record(RequestedActObsolete, obsolete);
      }
      return approvedAt !== null;
    });
  }

  decline(viewer: Viewer, id: string): Promise<boolean> {
    return this.end(viewer, id, 'decline', async () => {
      await this.db.repo(CoalitionInvitation).update(id, { declinedAt: this.clock.now() });
      return true;
    });
  }

  private end(
    viewer: Viewer,
    id: string,
    action: 'withdraw' | 'decline',
    change: (invitation: CoalitionInvitation) => Promise<boolean>,
  ): Promise<boolean> {
    return this.db.write(async () => {
      // Read without a lock, only to learn the coalition.
      const { coalitionId } = await this.access.load(CoalitionInvitation, id, viewer, action);
      const now = await this.groupLock.acquireAs(viewer, coalitionId);
      const invitation = await this.access.load(CoalitionInvitation, id, now, action);
      const { groupId, organisationId } = invitation;
      const wasDelivered = await change(invitation);
      if (wasDelivered) {
        await this.events.record(CoalitionInvitationEnded, { groupId, organisationId });
      }
      return true;
    });
  }
}
