import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { GroupHidden } from '#groups/groups.events.js';
import { OrganisationChanged, OrganisationClosed } from '#organisations/organisations.events.js';
import { ParticipantCandidates } from './participant-candidates.js';
import { Participant } from './participant.entity.js';
import { ParticipantsService } from './participants.service.js';

/** The coalitions of an organisation that ended, in the order in which they are locked. */
const LEFT_BY_ENDED_ORGANISATION = `
  select p.id, p.coalition_id as "coalitionId"
  from participant p join organisation o on o.id = p.organisation_id and o.ended_at is not null
  where p.organisation_id = $1 and p.ended_at is null order by p.coalition_id`;

/**
 * Ends the participants of an organisation that ended. Its people lost access when it ended; this ends the rows, so
 * that an organisation that is kept after all does not return.
 */
@Injectable()
export class EndedOrganisationHandlers {
  constructor(
    private readonly db: Database,
    private readonly groupLock: GroupLockService,
    private readonly participants: ParticipantsService,
  ) {}

  @On(OrganisationChanged)
  async whenAnOrganisationEnds({ organisationId }: { organisationId: string }): Promise<void> {
    const sql = LEFT_BY_ENDED_ORGANISATION;
    type Found = Pick<Participant, 'id' | 'coalitionId'>;
    for (const { id, coalitionId } of await this.db.query<Found>(sql, [organisationId])) {
      await this.db.write(async () => {
        await this.groupLock.acquire(coalitionId);
        const still = await this.db.repo(Participant).findOneBy({ id, endedAt: IsNull() });
        if (still) await this.participants.end(still);
      });
    }
  }
}

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
      });
    }
  }
}
