import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { RequestLessPrivateGroup } from './request-less-private-group.js';
import { GroupPrivacyInput, LessPrivateGroupInput } from './group-privacy.inputs.js';
import { GroupPrivacyService } from './group-privacy.service.js';

@Resolver(() => Group)
export class GroupPrivacyResolver {
  constructor(
    private readonly privacy: GroupPrivacyService,
    private readonly lessPrivate: RequestLessPrivateGroup,
  ) {}

  @Mutation(() => Group)
  makeGroupMorePrivate(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { groupId, privacy }: GroupPrivacyInput,
  ) {
    return this.privacy.makeMorePrivate(viewer, groupId, privacy);
  }

  /**
   * Requests that a group becomes less private. Another steward approves, or a moderator if there is no other steward.
   */
  @Mutation(() => TwoPersonAct)
  askToMakeGroupLessPrivate(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: LessPrivateGroupInput,
  ) {
    return this.lessPrivate.ask(viewer, input);
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The request to make it less private that waits, for whoever may read it.',
  })
  lessPrivateRequestId(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.lessPrivate.waiting(viewer, id);
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Whether another than the viewer holds it; null for those who do not hold it.',
  })
  hasOtherSteward(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.privacy.hasOtherSteward(viewer, id);
  }
}
