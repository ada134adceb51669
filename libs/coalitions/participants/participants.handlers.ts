import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { On } from '#events/on.decorator.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { GroupHidden } from '#groups/groups.events.js';
import { OrganisationClosed } from '#organisations/organisations.events.js';
import { ParticipantsChanged } from '../coalitions.events.js';
import { ParticipantCandidates } from './participant-candidates.js';
import { Participant } from './participant.entity.js';
import { ParticipantsService } from './participants.service.js';

/**
 * Gives participants under their own name another id when their group or organisation is not open to all members any
 * more: the earlier id was seen together with the link to its page.
 */
@Injectable()
export class ClosedPartyHandlers {
  constructor(
    private readonly db: Database,
    private readonly groupLock: GroupLockService,
    private readonly candidates: ParticipantCandidates,
    private readonly participants: ParticipantsService,
    private readonly events: EventsService,
  ) {}

  @On(GroupHidden)
  whenAGroupIsHidden({ groupId }: { groupId: string }): Promise<void> {
    return this.renewIdsOf({ groupId });
  }

  @On(OrganisationClosed)
  whenAnOrganisationCloses({ organisationId }: { organisationId: string }): Promise<void> {
    return this.renewIdsOf({ organisationId });
  }

  private async renewIdsOf(whose: { groupId: string } | { organisationId: string }): Promise<void> {
    const underOwnName = { ...whose, shownName: IsNull(), endedAt: IsNull() };
    const order = { coalitionId: 'ASC' } as const;
    const found = await this.db.repo(Participant).find({ where: underOwnName, order });
    for (const { partyKey, coalitionId } of found) {
      await this.db.write(async () => {
        await this.groupLock.acquire(coalitionId);
        const still = await this.db.repo(Participant).findOneBy({ ...underOwnName, partyKey });
        if (!still || (await this.candidates.isOpen(still))) return;
        await this.participants.renewId(still);
        await this.events.record(ParticipantsChanged, { coalitionId });
      });
    }
  }
}
