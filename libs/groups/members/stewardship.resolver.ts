import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Membership } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { StewardshipOffer } from './group-member.view.js';
import { StewardshipService } from './stewardship.service.js';

const MEMBERSHIP_ID = { name: 'membershipId', type: () => ID } as const;

@Resolver(() => StewardshipOffer)
export class StewardshipResolver {
  constructor(
    private readonly stewardship: StewardshipService,
    private readonly access: AccessService,
  ) {}

  /** Stewardship offers that wait for the viewer. */
  @Query(() => [StewardshipOffer])
  stewardshipOffers(@CurrentViewer() viewer: Viewer) {
    return this.stewardship.offers(viewer);
  }

  @Query(() => Int, { description: 'Of these, those of which the viewer is notified.' })
  stewardshipOffersWaiting(@CurrentViewer() viewer: Viewer) {
    return this.stewardship.countNotifiedOffers(viewer);
  }

  @Mutation(() => Boolean)
  handOverStewardship(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.stewardship.handOver(viewer, id);
  }

  @Mutation(() => Boolean)
  offerStewardship(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.stewardship.offer(viewer, id);
  }

  @Mutation(() => Boolean)
  withdrawStewardshipOffer(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.stewardship.withdrawOffer(viewer, id);
  }

  @Mutation(() => Boolean)
  acceptStewardship(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.stewardship.accept(viewer, id);
  }

  @Mutation(() => Boolean)
  declineStewardship(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.stewardship.decline(viewer, id);
  }

  @Mutation(() => Boolean, { description: 'CONFLICT where nobody else holds the group.' })
  endStewardship(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.stewardship.end(viewer, id);
  }

  @ResolveField(() => Group, { nullable: true })
  group(@CurrentViewer() viewer: Viewer, @Parent() { groupId }: Membership) {
    return this.access.loader(Group, viewer).load(groupId);
  }
}
