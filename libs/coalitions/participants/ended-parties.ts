import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { GroupEndingsService } from '#groups/archive/group-endings.service.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { OrganisationEndingsService } from '#organisations/organisation-endings.service.js';
import { Participant } from './participant.entity.js';
import { ParticipantsService } from './participants.service.js';

/**
 * The participants of group or organisation $1, and those of coalition $1, in the order in which their coalitions are
 * locked.
 */
const OF_PARTY = `
  select p.party_key as "partyKey", p.coalition_id as "coalitionId" from participant p
  where (p.group_id = $1 or p.organisation_id = $1 or p.coalition_id = $1) and p.ended_at is null
  order by p.coalition_id, p.party_key`;

/**
 * Ends the participants of a group or a coalition that is archived, of a group without members, and of an organisation
 * that ended: in the same transaction, so that none returns with a group that is brought back or an organisation that
 * is kept after all.
 */
@Injectable()
export class EndedParties implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly groups: GroupEndingsService,
    private readonly organisations: OrganisationEndingsService,
    private readonly groupLock: GroupLockService,
    private readonly participants: ParticipantsService,
  ) {}

  onModuleInit() {
    this.groups.register((groupId) => this.endAllOf(groupId));
    this.organisations.register((organisationId) => this.endAllOf(organisationId));
  }

  private async endAllOf(partyId: string): Promise<void> {
    type Found = Pick<Participant, 'partyKey' | 'coalitionId'>;
    for (const { partyKey, coalitionId } of await this.db.query<Found>(OF_PARTY, [partyId])) {
      await this.groupLock.acquire(coalitionId);
      const still = await this.db.repo(Participant).findOneBy({ partyKey, endedAt: IsNull() });
      if (still) await this.participants.end(still);
    }
  }
}
