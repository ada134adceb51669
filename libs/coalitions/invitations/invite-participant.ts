import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { hashToken, newToken } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import type { InviteToCoalitionInput } from '../coalitions.inputs.js';
import { LockedCoalitions } from '../locked-coalitions.js';
import { CoalitionInvitationRows } from './coalition-invitation-rows.js';
import type { MadeCoalitionInvitation } from './coalition-invitation.view.js';
import { InvitationApprovals } from './invitation-approvals.js';
import { InvitedParties } from './invited-party.js';

/** Invites a group or an organisation to a coalition, or makes a link. */
@Injectable()
export class InviteParticipant {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly coalitions: LockedCoalitions,
    private readonly parties: InvitedParties,
    private readonly rows: CoalitionInvitationRows,
    private readonly asking: InvitationApprovals,
  ) {}

  /**
   * The only participant invites alone. From two participants on, the invitation can be used once a coalition steward of
   * another participant has approved it. Only this response contains the token of a link.
   */
  invite(viewer: Viewer, input: InviteToCoalitionInput): Promise<MadeCoalitionInvitation> {
    return this.db.write(async () => {
      await this.parties.hold(input);
      const { coalition, now } = await this.coalitions.lock(
        viewer,
        input.coalitionId,
        'inviteParticipant',
      );
      const isAlone = await this.coalitions.hasOneParticipant(coalition.id);
      const party = await this.parties.find(now, input);
      const isLink = !party.groupId && !party.organisationId;
      const token = isLink ? newToken() : null;
      const { groupId, organisationId } = party;
      const invitation = await this.rows.add({
        ...{ coalitionId: coalition.id, makerId: now.accountId, groupId, organisationId },
        tokenHash: token === null ? null : hashToken(token),
        approvedAt: isAlone ? this.clock.now() : null,
      });
      const requestId = isAlone
        ? null
        : // The two-person act asks whether the password was just entered in this session, which `now` does not name.
          await this.asking.ask(viewer, { coalition, invitation, party, reason: input.reason });
      return { invitation, token, requestId };
    });
  }
}
