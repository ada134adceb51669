import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import {
  MembershipEnded,
  MembershipStarted,
  PersonaChanged,
  StandingChanged,
} from '#members/members.events.js';
import { DirectoryService } from './directory.service.js';

/**
 * Updates the directory after a change of membership or standing, which may change who sees a field. A change of a
 * field updates the directory directly.
 */
@Injectable()
export class DirectoryHandlers {
  constructor(private readonly directory: DirectoryService) {}

  @On(MembershipStarted, { id: 'DirectoryFollowsItsMembers.whenOneJoinsAGroup' })
  whenOneJoinsAGroup({ accountId }: { accountId: string }) {
    return this.directory.refresh([accountId]);
  }

  @On(MembershipEnded, { id: 'DirectoryFollowsItsMembers.whenOneLeavesAGroup' })
  whenOneLeavesAGroup({ accountId }: { accountId: string }) {
    return this.directory.refresh([accountId]);
  }

  @On(PersonaChanged, { id: 'DirectoryFollowsItsMembers.whenOneTakesAnotherName' })
  whenOneTakesAnotherName({ accountId }: { accountId: string }) {
    return this.directory.refresh([accountId]);
  }

  @On(StandingChanged, { id: 'DirectoryFollowsItsMembers.whenAStandingChanges' })
  whenAStandingChanges({ accountId }: { accountId: string }) {
    return this.directory.refresh([accountId]);
  }
}
