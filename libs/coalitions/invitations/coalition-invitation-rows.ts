import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Group } from '#groups/group.entity.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CoalitionInvitationOpened } from '../coalitions.events.js';
import {
  COALITION_INVITATION_DURATION,
  CoalitionInvitation,
  MAX_COALITION_INVITATIONS,
} from './coalition-invitation.entity.js';

type NewInvitation = Pick<
  CoalitionInvitation,
  'coalitionId' | 'makerId' | 'groupId' | 'organisationId' | 'tokenHash' | 'approvedAt'
>;

/** Writes invitations. The caller holds the lock of the coalition. */
@Injectable()
export class CoalitionInvitationRows {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly groupLock: GroupLockService,
    private readonly events: EventsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Throws Conflict if the coalition has as many invitations as it may have, or one to the same group or organisation.
   * Invitations count until they expire, whatever their outcome, so that the conflict does not disclose it; a used link
   * does not count.
   */
  async add(invitation: NewInvitation): Promise<CoalitionInvitation> {
    this.db.assertWriting();
    const { coalitionId, groupId, organisationId, approvedAt } = invitation;
    const rows = this.db.repo(CoalitionInvitation);
    const now = this.clock.now();
    const unexpired = { coalitionId, expiresAt: MoreThan(now) };
    const named = groupId ? { groupId } : organisationId ? { organisationId } : null;
    if (named && (await rows.existsBy({ ...unexpired, ...named }))) {
      throw new Conflict('coalitionInvitation.waiting');
    }
    if ((await this.countOpen(coalitionId)) >= MAX_COALITION_INVITATIONS) {
      throw new Conflict('coalitionInvitation.tooMany');
    }
    const expiresAt = this.clock.in(COALITION_INVITATION_DURATION);
    const nothing = {
      declinedAt: null,
      withdrawnAt: null,
      participantId: null,
      usedAt: null,
      usedById: null,
    };
    const made = await rows.save(
      rows.create({ ...invitation, ...nothing, createdAt: now, expiresAt }),
    );
    if (approvedAt) await this.opened(made);
    return made;
  }

  /** Locks the coalition. Throws NotFound unless the invitation waits for approval. */
  async assertWaitsForApproval(asker: Viewer, coalitionId: string, id: string): Promise<void> {
    this.db.assertWriting();
    await this.groupLock.acquire(coalitionId);
    await this.access.load(Group, coalitionId, asker, 'inviteParticipant');
    const waiting = {
      id,
      approvedAt: IsNull(),
      withdrawnAt: IsNull(),
      expiresAt: MoreThan(this.clock.now()),
    };
    if (!(await this.db.repo(CoalitionInvitation).existsBy(waiting))) throw new NotFound();
  }

  async approve(approver: Viewer, id: string): Promise<void> {
    this.db.assertWriting();
    const rows = this.db.repo(CoalitionInvitation);
    await rows.update(id, { approvedAt: this.clock.now() });
    const act = { action: 'approveInvitation', subjectType: 'CoalitionInvitation', subjectId: id };
    await this.audit.record(approver, act);
    await this.opened(await rows.findOneByOrFail({ id }));
  }

  /** Deletes an invitation whose approval was refused, withdrawn or not given in time. */
  async forgetUnapproved(id: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(CoalitionInvitation).delete({ id, approvedAt: IsNull() });
  }

  private async countOpen(coalitionId: string): Promise<number> {
    const [row] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from coalition_invitation
       where coalition_id = $1 and expires_at > $2 and (token_hash is null or used_at is null)`,
      [coalitionId, this.clock.now()],
    );
    return row!.count;
  }

  private async opened({ id: invitationId, tokenHash }: CoalitionInvitation): Promise<void> {
    if (!tokenHash) await this.events.record(CoalitionInvitationOpened, { invitationId });
  }
}
