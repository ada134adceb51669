import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import {
  MembershipEnded,
  MembershipStarted,
  PersonaChanged,
  StandingChanged,
} from '#members/members.events.js';
import { DirectoryService } from './directory.service.js';

/** The projection follows what changes who may see a field; the fields' own changes bring it along. */
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
