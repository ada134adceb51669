import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { FacilitatorsService } from './facilitators.service.js';

const MEMBERSHIP_ID = { name: 'membershipId', type: () => ID } as const;

@Resolver()
export class FacilitatorsResolver {
  constructor(private readonly facilitators: FacilitatorsService) {}

  @Mutation(() => Boolean)
  makeFacilitator(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.facilitators.make(viewer, id);
  }

  /** Ends the role of another member, or the viewer's own. */
  @Mutation(() => Boolean)
  endFacilitation(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.facilitators.end(viewer, id);
  }
}
