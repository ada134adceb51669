import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { CoalitionPreview } from '../coalition.view.js';
import { CoalitionPreviewsService } from '../coalition-previews.service.js';
import { CoalitionInvitation } from './coalition-invitation.entity.js';
import type { ReceivedCoalitionInvitation } from './coalition-invitation.view.js';
import { InvitationEndings } from './invitation-endings.js';
import { UsableInvitations } from './usable-invitations.js';

/** Invitations as those see them who answer for a group or an organisation. */
@Injectable()
export class ReceivedCoalitionInvitationsService {
  constructor(
    private readonly access: AccessService,
    private readonly previews: CoalitionPreviewsService,
    private readonly usable: UsableInvitations,
    private readonly endings: InvitationEndings,
  ) {}

  /** Invitations that wait for an answer, newest first. */
  async waiting(viewer: Viewer): Promise<ReceivedCoalitionInvitation[]> {
    const rows = await this.query(viewer)
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .take(MAX_SHOWN)
      .getMany();
    const coalitionIds = [...new Set(rows.map(({ coalitionId }) => coalitionId))];
    const previews = await this.previews.all(viewer, coalitionIds);
    return rows.map(({ id, expiresAt, groupId, organisationId, coalitionId }) => {
      return { id, expiresAt, groupId, organisationId, coalition: previews.get(coalitionId)! };
    });
  }

  countWaiting(viewer: Viewer): Promise<number> {
    return this.query(viewer).getCount();
  }

  /**
   * The coalition of a link that the viewer can use or has used (the response may have been lost). Throws NotFound for
   * any other link.
   */
  async look(viewer: Viewer, token: string): Promise<CoalitionPreview> {
    const used = await this.usable.usedWith(viewer, { token });
    const { coalitionId } = used ?? (await this.usable.byToken(viewer, token));
    const previews = await this.previews.all(viewer, [coalitionId]);
    return previews.get(coalitionId)!;
  }

  decline(viewer: Viewer, id: string): Promise<boolean> {
    return this.endings.decline(viewer, id);
  }

  private query(viewer: Viewer) {
    return this.access.list(CoalitionInvitation, viewer, 'receive');
  }
}

const MAX_SHOWN = 50;
