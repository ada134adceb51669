import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { PublishAgreementsInput } from './agreements.inputs.js';
import { AgreementsService } from './agreements.service.js';
import { Agreements, AgreementsChange } from './agreements.view.js';

@Resolver(() => Group)
export class AgreementsResolver {
  constructor(private readonly service: AgreementsService) {}

  /** The viewer's groups whose agreements changed since they consented. */
  @Query(() => [Group])
  groupsWithChangedAgreements(@CurrentViewer() viewer: Viewer) {
    return this.service.waiting(viewer);
  }

  @Query(() => Int)
  agreementsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.service.countWaiting(viewer);
  }

  @Mutation(() => Group)
  publishAgreements(@CurrentViewer() viewer: Viewer, @Args('input') input: PublishAgreementsInput) {
    return this.service.publish(viewer, input);
  }

  @Mutation(() => Group, { description: 'CONFLICT where another version is current.' })
  consentToAgreements(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return this.service.consent(viewer, groupId, version);
  }

  @ResolveField(() => Agreements)
  agreements(@Parent() { id }: Group) {
    return this.service.current(id);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What the current version changed; null without a summary, and for those outside.',
  })
  agreementsSummary(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.service.summaryFor(viewer, id);
  }

  @ResolveField(() => AgreementsChange, {
    nullable: true,
    description: 'What the viewer has not consented to yet, or null.',
  })
  agreementsChange(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.service.changeFor(viewer, id);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'How many members have not consented yet; null for others than stewards, and in small groups.',
  })
  unconsentedCount(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.service.unconsentedCount(viewer, id);
  }
}
