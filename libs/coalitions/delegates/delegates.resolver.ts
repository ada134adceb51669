import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { DelegateView } from './delegate.view.js';
import { NameDelegatesInput } from './delegates.inputs.js';
import { DelegatesService } from './delegates.service.js';

@Resolver()
export class DelegatesResolver {
  constructor(private readonly delegates: DelegatesService) {}

  /** The delegates of a participant, by name. FORBIDDEN unless the viewer is its steward or spokesperson. */
  @Query(() => [DelegateView])
  coalitionDelegates(
    @CurrentViewer() viewer: Viewer,
    @Args('participantId', { type: () => ID }) participantId: string,
  ) {
    return this.delegates.of(viewer, participantId);
  }

  @Mutation(() => [DelegateView])
  nameDelegates(@CurrentViewer() viewer: Viewer, @Args('input') input: NameDelegatesInput) {
    return this.delegates.name(viewer, input);
  }
}
