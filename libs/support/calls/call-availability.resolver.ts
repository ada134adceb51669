import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { CallAvailabilityService } from './call-availability.service.js';
import { CallAvailabilityInput, CallAvailabilityView } from './call-availability.view.js';

/** Lets supporters say when they offer calls. */
@Resolver()
export class CallAvailabilityResolver {
  constructor(private readonly availability: CallAvailabilityService) {}

  /** When the viewer offers calls; null before they set hours. */
  @Query(() => CallAvailabilityView, { nullable: true })
  myCallAvailability(@CurrentViewer() viewer: Viewer): Promise<CallAvailabilityView | null> {
    return this.availability.own(viewer);
  }

  /** Replaces the hours of the viewer. Booked calls stay. */
  @Mutation(() => CallAvailabilityView, { nullable: true })
  async setCallAvailability(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CallAvailabilityInput,
  ) {
    await this.availability.set(viewer, input);
    return this.availability.own(viewer);
  }
}
