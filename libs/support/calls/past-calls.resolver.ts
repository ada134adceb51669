import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { PastCall } from './past-call.view.js';
import { PastCallsService } from './past-calls.service.js';

@For('anySignedIn', 'guest')
@Resolver()
export class PastCallsResolver {
  constructor(private readonly calls: PastCallsService) {}

  /** The calls of a request that ended or were cancelled, latest first: to the requester those of their own time, to a supporter
   * their own. */
  @Query(() => [PastCall])
  pastCalls(
    @CurrentViewer() viewer: Viewer,
    @Args({ name: 'requestId', type: () => ID }) requestId: string,
  ): Promise<PastCall[]> {
    return this.calls.list(viewer, requestId);
  }
}
