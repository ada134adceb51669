import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { PausedCasesService } from './paused-cases.service.js';

const REQUEST_ID = { name: 'id', type: () => ID } as const;

/** Operations that pause a case, and end the pause. */
@For('anySignedIn')
@Resolver()
export class PausedCasesResolver {
  constructor(private readonly paused: PausedCasesService) {}

  /** Leaves the viewer's own case. It is paused, and closes after 30 days unless somebody of the side goes on. */
  @Mutation(() => Boolean)
  async leaveOwnCase(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.paused.leave(viewer, id);
    return true;
  }

  /** Ends the pause of the case that the viewer left. */
  @For('anySignedIn', 'guest')
  @Mutation(() => Boolean)
  async comeBackToCase(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.paused.comeBack(viewer, id);
    return true;
  }

  /** Makes the viewer, who is on the partner side, the requester of a paused case. The first one wins. */
  @Mutation(() => Boolean)
  async takeOverCase(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.paused.takeOver(viewer, id);
    return true;
  }
}
