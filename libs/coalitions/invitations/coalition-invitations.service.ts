import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { Group } from '#groups/group.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { INVITE_PARTICIPANT_ACT_KIND } from '../coalition-act-kinds.js';
import type { InviteToCoalitionInput } from '../coalitions.inputs.js';
import { CoalitionInvitation } from './coalition-invitation.entity.js';
import type { MadeCoalitionInvitation } from './coalition-invitation.view.js';
import { InvitationEndings } from './invitation-endings.js';
import { InviteParticipant } from './invite-participant.js';

/** Invitations as the coalition stewards see them. */
@Injectable()
export class CoalitionInvitationsService {
  constructor(
    private readonly access: AccessService,
    private readonly inviting: InviteParticipant,
    private readonly endings: InvitationEndings,
    private readonly acts: TwoPersonActReader,
  ) {}

  make(viewer: Viewer, input: InviteToCoalitionInput): Promise<MadeCoalitionInvitation> {
    return this.inviting.invite(viewer, input);
  }

  /** Invitations that have not expired, from all coalition stewards, newest first. */
  async open(viewer: Viewer, coalitionId: string): Promise<CoalitionInvitation[]> {
    await this.access.load(Group, coalitionId, viewer, 'inviteParticipant');
    return this.access
      .list(CoalitionInvitation, viewer)
      .andWhere('it.coalition_id = :coalitionId', { coalitionId })
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .getMany();
  }

  withdraw(viewer: Viewer, id: string): Promise<boolean> {
    return this.endings.withdraw(viewer, id);
  }

  /** The id of the two-person act that waits for approval, if the viewer may read it. */
  requestOf(viewer: Viewer, invitationId: string): Promise<string | null> {
    return this.acts.waiting(viewer, INVITE_PARTICIPANT_ACT_KIND, invitationId);
  }
}
