import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { CoalitionInvitationEnded } from '../coalitions.events.js';
import { CoalitionRecords } from '../coalition-records.js';
import type { Participant } from '../participants/participant.entity.js';
import { CoalitionInvitation } from './coalition-invitation.entity.js';

/** Records that an invitation was accepted. */
@Injectable()
export class InvitationUses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly records: CoalitionRecords,
  ) {}

  /** Throws NotFound if the invitation was used or withdrawn meanwhile. */
  async record(
    viewer: Viewer,
    { id }: CoalitionInvitation,
    participant: Participant,
  ): Promise<void> {
    this.db.assertWriting();
    const usedById = viewer.accountId;
    const use = { participantId: participant.id, usedAt: this.clock.now(), usedById };
    const unused = { id, usedAt: IsNull() };
    const { affected } = await this.db.repo(CoalitionInvitation).update(unused, use);
    if (affected !== 1) throw new NotFound();
    // Any other invitation that names the participant does not wait any more.
    const { groupId, organisationId } = participant;
    await this.events.record(CoalitionInvitationEnded, { groupId, organisationId });
    await this.records.act(viewer, 'acceptInvitation');
  }
}
