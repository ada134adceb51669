import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import {
  AllianceEnded,
  CoalitionEntriesEnded,
  DutiesChanged,
  MembershipEnded,
  StandingChanged,
  ConflictOfInterestArisen,
} from '#members/members.events.js';
import { FileAssignments } from './file-assignments.js';
import { RealtimeService } from './realtime.service.js';

interface EndedEntries {
  groupId: string;
  accountIds: readonly string[];
}

/**
 * Repeats revocations. The node that made the change already sends the revocation right after COMMIT, but may crash
 * before it does.
 */
@Injectable()
export class RevocationHandlers {
  constructor(private readonly realtime: RealtimeService) {}

  /**
   * Notify the account after the revocation, so that its open pages drop the group; a notice sent before would be
   * discarded.
   */
  @On(MembershipEnded, { id: 'AskAgainWhatIsWatched.whenAMembershipEnds' })
  async whenAMembershipEnds({ accountId, groupId }: { accountId: string; groupId: string }) {
    await this.realtime.recheck(accountId);
    this.realtime.tell([accountId], { subject: 'left', id: groupId });
  }

  @On(CoalitionEntriesEnded)
  async whenEntriesEnd({ accountIds, groupId }: EndedEntries): Promise<void> {
    await this.realtime.recheckAll(accountIds);
    this.realtime.tell(accountIds, { subject: 'left', id: groupId });
  }

  @On(StandingChanged, { id: 'AskAgainWhatIsWatched.whenAStandingChanges' })
  whenAStandingChanges({ accountId }: { accountId: string }): Promise<void> {
    return this.realtime.recheck(accountId);
  }

  @On(AllianceEnded, { id: 'AskAgainWhatIsWatched.whenAnAllianceEnds' })
  async whenAnAllianceEnds({ lowId, highId }: { lowId: string; highId: string }): Promise<void> {
    await Promise.all([this.realtime.recheck(lowId), this.realtime.recheck(highId)]);
  }
}

/**
 * Repeats the check that follows a new conflict of interest, because the process may crash before the first check. Also
 * ends the assignments of accounts that were suspended or gave up their duty.
 */
@Injectable()
export class AssignmentHandlers {
  constructor(private readonly assignments: FileAssignments) {}

  @On(ConflictOfInterestArisen, { id: 'AskAgainWhoIsAssigned.whenATieArises' })
  whenATieArises({ accountIds }: { accountIds: readonly string[] }): Promise<void> {
    return this.assignments.askAgain(accountIds);
  }

  @On(StandingChanged, { id: 'AskAgainWhoIsAssigned.whenAStandingChanges' })
  whenAStandingChanges({ accountId }: { accountId: string }): Promise<void> {
    return this.assignments.askAgainOf(accountId);
  }

  @On(DutiesChanged, { id: 'AskAgainWhoIsAssigned.whenDutiesChange' })
  whenDutiesChange({ accountId }: { accountId: string }): Promise<void> {
    return this.assignments.askAgainOf(accountId);
  }
}
