import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import type { Viewer } from '#policy/viewer.js';
import type {
  AcceptCoalitionInvitationInput,
  UseCoalitionLinkInput,
} from '../coalitions.inputs.js';
import { ParticipantAdmission } from '../participants/participant-admission.js';
import { ParticipantCandidates } from '../participants/participant-candidates.js';
import type { Participant } from '../participants/participant.entity.js';
import { InvitationUses } from './invitation-uses.js';
import { type InvitationKey, UsableInvitations } from './usable-invitations.js';

type Acceptance = Pick<UseCoalitionLinkInput, 'groupId' | 'organisationId' | 'shownName'> &
  Pick<AcceptCoalitionInvitationInput, 'agreementsVersion'>;

/** Adds a group or an organisation to a coalition by an invitation. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly db: Database,
    private readonly usable: UsableInvitations,
    private readonly candidates: ParticipantCandidates,
    private readonly groupLock: GroupLockService,
    private readonly admission: ParticipantAdmission,
    private readonly uses: InvitationUses,
  ) {}

  byId(
    viewer: Viewer,
    { invitationId: id, ...input }: AcceptCoalitionInvitationInput,
  ): Promise<Participant> {
    return this.accept(viewer, { id }, input);
  }

  byLink(viewer: Viewer, { token, ...input }: UseCoalitionLinkInput): Promise<Participant> {
    return this.accept(viewer, { token }, input);
  }

  /**
   * Throws NotFound for an invitation that the viewer cannot use, and Conflict if other agreements are current, if the
   * participant is in the coalition already, or if the chosen name is taken. A repeated request of the same account gets
   * the same response.
   */
  private accept(
    viewer: Viewer,
    key: InvitationKey,
    { shownName = null, agreementsVersion, ...chosen }: Acceptance,
  ): Promise<Participant> {
    return this.db.write(async () => {
      const first = await this.usable.orUsed(viewer, key);
      if (first.used) return first.used.participant;
      const { coalitionId, groupId, organisationId, tokenHash } = first.usable;
      // The group or organisation is locked before the coalition, so that two changes cannot deadlock.
      const whose = tokenHash ? chosen : { groupId, organisationId };
      const candidate = await this.candidates.lock(viewer, whose, 'joinCoalition');
      const now = await this.groupLock.acquireAs(viewer, coalitionId);
      // Check again after the lock: the invitation may have been used, withdrawn or declined meanwhile, and used by an
      // equal request of the same account.
      const second = await this.usable.orUsed(now, key);
      if (second.used) return second.used.participant;
      const participant = await this.admission.admit(coalitionId, agreementsVersion, {
        candidate,
        shownName,
      });
      await this.uses.record(now, second.usable, participant);
      return participant;
    });
  }
}
