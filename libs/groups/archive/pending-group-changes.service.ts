import { Injectable } from '@nestjs/common';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { PendingGroupJoinsService } from '../joining/pending-group-joins.service.js';
import { GroupEndingsService } from './group-endings.service.js';

/** Ends what waits for an answer in a group that can no longer change. */
@Injectable()
export class PendingGroupChangesService {
  constructor(
    private readonly joins: PendingGroupJoinsService,
    private readonly acts: TwoPersonService,
    private readonly endings: GroupEndingsService,
  ) {}

  /**
   * Ends requests to join, invitations, links, two-person acts and participants of coalitions, in the open transaction.
   */
  async closeAllIn(groupId: string): Promise<void> {
    await this.joins.closeAllTo(groupId);
    await this.acts.withdrawAllIn(groupId);
    await this.endings.run(groupId);
  }
}
