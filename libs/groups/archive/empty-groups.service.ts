import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { GroupKind } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { Group, GroupAccess } from '../group.entity.js';
import { GroupLockService } from '../group-lock.service.js';
import { PendingGroupJoinsService } from '../joining/pending-group-joins.service.js';
import { GroupEndingsService } from './group-endings.service.js';

/** Closes groups whose last member left. */
@Injectable()
export class EmptyGroupsService {
  constructor(
    private readonly db: Database,
    private readonly groupLock: GroupLockService,
    private readonly memberships: MembershipsService,
    private readonly joins: PendingGroupJoinsService,
    private readonly endings: GroupEndingsService,
  ) {}

  /**
   * After the last member left, the group becomes hidden and closed, its waiting join requests are withdrawn, and it
   * leaves its coalitions. A coalition without entries goes on, because its stewards follow from its participants.
   */
  async closeIfEmpty(groupId: string): Promise<void> {
    await this.db.write(async () => {
      await this.groupLock.acquire(groupId);
      const groups = this.db.repo(Group);
      if (!(await groups.existsBy({ id: groupId, kind: GroupKind.group }))) return;
      if ((await this.memberships.countIn(groupId)) > 0) return;
      await groups.update(groupId, { isListed: false, access: GroupAccess.invitation });
      await this.joins.withdrawRequestsTo(groupId);
      await this.endings.run(groupId);
    });
  }
}
