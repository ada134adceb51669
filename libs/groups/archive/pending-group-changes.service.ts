import { Injectable } from '@nestjs/common';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { PendingGroupJoinsService } from '../joining/pending-group-joins.service.js';

/** Ends what waits for an answer in a group that can no longer change. */
@Injectable()
export class PendingGroupChangesService {
  constructor(
    private readonly joins: PendingGroupJoinsService,
    private readonly acts: TwoPersonService,
  ) {}

  /** Ends requests to join, invitations, links and two-person acts, in the open transaction. */
  async closeAllIn(groupId: string): Promise<void> {
    await this.joins.closeAllTo(groupId);
    await this.acts.withdrawAllIn(groupId);
  }
}
