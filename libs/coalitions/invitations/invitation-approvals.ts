import { Injectable } from '@nestjs/common';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import type { Group } from '#groups/group.entity.js';
import { Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { INVITE_PARTICIPANT_ACT_KIND } from '../coalition-act-kinds.js';
import type { CoalitionInvitation } from './coalition-invitation.entity.js';
import type { InviteParticipantPayload } from './invite-participant-act.js';
import type { InvitedParty } from './invited-party.js';

interface ApprovalRequest {
  readonly coalition: Group;
  readonly invitation: CoalitionInvitation;
  readonly party: InvitedParty;
  readonly reason: string;
}

/** Requests that a coalition steward of another participant approves an invitation. */
@Injectable()
export class InvitationApprovals {
  constructor(private readonly twoPerson: TwoPersonService) {}

  /** Returns the id of the two-person act. */
  async ask(
    viewer: Viewer,
    { coalition, invitation, party, reason }: ApprovalRequest,
  ): Promise<string> {
    if (!reason) throw new Invalid('input', { reason: 'blank' });
    const { groupId, organisationId } = party;
    const payload: InviteParticipantPayload = {
      ...{ coalitionId: coalition.id, invitationId: invitation.id, name: coalition.name },
      by: groupId ? 'group' : organisationId ? 'organisation' : 'link',
    };
    const { id } = await this.twoPerson.ask(viewer, {
      ...{ kind: INVITE_PARTICIPANT_ACT_KIND, subjectKey: invitation.id },
      ...{ scopeId: coalition.id, payload, reason },
    });
    return id;
  }
}
