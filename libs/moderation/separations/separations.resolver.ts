import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { LiftSeparation } from './lift-separation.js';
import { LiftSeparationInput, SeparateInput } from '../moderation.inputs.js';
import { Notice } from '../notices/notice.entity.js';
import { SeparateMembers } from './separate-members.js';
import { SharedGroup } from './separation.view.js';

/** Operations that separate two members. */
@Resolver(() => SharedGroup)
export class SeparationsResolver {
  constructor(
    private readonly separating: SeparateMembers,
    private readonly lifting: LiftSeparation,
  ) {}

  /** The groups that one of the two would leave, before the separation is ordered. */
  @Query(() => [SharedGroup])
  sharedGroups(
    @CurrentViewer() viewer: Viewer,
    @Args('reportId', { type: () => ID }) reportId: string,
  ) {
    return this.separating.sharedGroups(viewer, reportId);
  }

  @Mutation(() => Notice)
  separateReported(@CurrentViewer() viewer: Viewer, @Args('input') input: SeparateInput) {
    return this.separating.order(viewer, input);
  }

  @Mutation(() => Boolean)
  async liftSeparation(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { matterId, separationId, words }: LiftSeparationInput,
  ) {
    await this.lifting.lift(viewer, matterId, separationId, words);
    return true;
  }
}
