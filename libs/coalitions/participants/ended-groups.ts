import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { GroupEndingsService } from '#groups/archive/group-endings.service.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { Participant } from './participant.entity.js';
import { ParticipantsService } from './participants.service.js';

/** The participants of group $1, and those of coalition $1, in the order in which their coalitions are locked. */
const OF_GROUP = `
  select p.id, p.coalition_id as "coalitionId" from participant p
  where (p.group_id = $1 or p.coalition_id = $1) and p.ended_at is null order by p.coalition_id, p.id`;

/** Ends the participants of a group or a coalition that is archived, and of a group without members. */
@Injectable()
export class EndedGroups implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly endings: GroupEndingsService,
    private readonly groupLock: GroupLockService,
    private readonly participants: ParticipantsService,
  ) {}

  onModuleInit() {
    this.endings.register((groupId) => this.endAllOf(groupId));
  }

  private async endAllOf(groupId: string): Promise<void> {
    type Found = Pick<Participant, 'id' | 'coalitionId'>;
    for (const { id, coalitionId } of await this.db.query<Found>(OF_GROUP, [groupId])) {
      await this.groupLock.acquire(coalitionId);
      const still = await this.db.repo(Participant).findOneBy({ id, endedAt: IsNull() });
      if (still) await this.participants.end(still);
    }
  }
}
