import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { GivenGrant } from './grant.view.js';
import { GrantInput } from './grants.inputs.js';
import { GrantsService } from './grants.service.js';

@Resolver()
export class GrantsResolver {
  constructor(private readonly grants: GrantsService) {}

  /** The grants of a participant, by name. FORBIDDEN unless the viewer acts for it. */
  @Query(() => [GivenGrant])
  coalitionGrants(
    @CurrentViewer() viewer: Viewer,
    @Args('participantId', { type: () => ID }) participantId: string,
  ) {
    return this.grants.given(viewer, participantId);
  }

  /** Gives grants to people of the participant. A person who has one keeps it. */
  @Mutation(() => [GivenGrant])
  giveGrants(@CurrentViewer() viewer: Viewer, @Args('input') input: GrantInput) {
    return this.grants.give(viewer, input);
  }

  @Mutation(() => Boolean)
  withdrawGrant(
    @CurrentViewer() viewer: Viewer,
    @Args('grantId', { type: () => ID }) grantId: string,
  ) {
    return this.grants.withdraw(viewer, grantId);
  }
}
