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
 * Updates the directory when group membership or standing changes who may see a field. Changes of the fields themselves
 * update it directly.
 */
@Injectable()
export class DirectoryFollowsItsMembers {
  constructor(private readonly directory: DirectoryService) {}

  @On(MembershipStarted)
  whenOneJoinsAGroup({ accountId }: { accountId: string }) {
    return this.directory.refresh([accountId]);
  }

  @On(MembershipEnded)
  whenOneLeavesAGroup({ accountId }: { accountId: string }) {
    return this.directory.refresh([accountId]);
  }

  @On(PersonaChanged)
  whenOneTakesAnotherName({ accountId }: { accountId: string }) {
    return this.directory.refresh([accountId]);
  }

  @On(StandingChanged)
  whenAStandingChanges({ accountId }: { accountId: string }) {
    return this.directory.refresh([accountId]);
  }
}
