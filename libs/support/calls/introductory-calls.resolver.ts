import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { BookCall } from './book-call.js';
import { CallLinkService } from './call-link.service.js';
import { CallOutcomes } from './call-outcomes.js';
import { CallViewsService } from './call-views.service.js';
import { EndCall } from './end-call.js';
import {
  BookCallInput,
  CallLinkInput,
  CallOutcomeInput,
  CancelCallInput,
  FindCallTimesInput,
  MoveCallInput,
} from './introductory-call.inputs.js';
import { CallTimesView, IntroductoryCallView } from './introductory-call.view.js';

const REQUEST_ID = { name: 'requestId', type: () => ID } as const;

/** Operations of both sides on the introductory call of a request. */
@For('anySignedIn', 'guest')
@Resolver()
export class IntroductoryCallsResolver {
  constructor(
    private readonly views: CallViewsService,
    private readonly booking: BookCall,
    private readonly ending: EndCall,
    private readonly links: CallLinkService,
    private readonly outcomes: CallOutcomes,
  ) {}

  /** The last call of a request; null before the first one. */
  @Query(() => IntroductoryCallView, { nullable: true })
  introductoryCall(
    @CurrentViewer() viewer: Viewer,
    @Args(REQUEST_ID) requestId: string,
  ): Promise<IntroductoryCallView | null> {
    return this.views.one(viewer, requestId);
  }

  /** The booked calls of the viewer, on either side, in their order. */
  @Query(() => [IntroductoryCallView])
  myIntroductoryCalls(@CurrentViewer() viewer: Viewer): Promise<IntroductoryCallView[]> {
    return this.views.mine(viewer);
  }

  /** A few free times for a call about a request. It is a mutation, because it is counted: 30 in 24 hours. */
  @Mutation(() => CallTimesView)
  findCallTimes(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: FindCallTimesInput,
  ): Promise<CallTimesView> {
    return this.views.findTimes(viewer, input);
  }

  @Mutation(() => IntroductoryCallView, { nullable: true })
  async bookIntroductoryCall(@CurrentViewer() viewer: Viewer, @Args('input') input: BookCallInput) {
    await this.booking.book(viewer, input);
    return this.views.one(viewer, input.requestId);
  }

  @Mutation(() => IntroductoryCallView, { nullable: true })
  async moveIntroductoryCall(@CurrentViewer() viewer: Viewer, @Args('input') input: MoveCallInput) {
    await this.booking.move(viewer, input);
    return this.views.one(viewer, input.requestId);
  }

  /** Cancels a call before it begins. A request without an answer returns to the queue. */
  @Mutation(() => Boolean)
  async cancelIntroductoryCall(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CancelCallInput,
  ) {
    await this.ending.cancel(viewer, input);
    return true;
  }

  /** Records that the other side did not come. */
  @Mutation(() => Boolean)
  async reportMissedCall(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) requestId: string) {
    await this.ending.reportMissed(viewer, requestId);
    return true;
  }

  /** Sets the link of the call, which the requester sees from 15 minutes before it until an hour after it. */
  @Mutation(() => IntroductoryCallView, { nullable: true })
  async setCallLink(@CurrentViewer() viewer: Viewer, @Args('input') input: CallLinkInput) {
    await this.links.set(viewer, input);
    return this.views.one(viewer, input.requestId);
  }

  /** Records the outcome of a call, which answers the request. */
  @Mutation(() => Boolean)
  async recordCallOutcome(@CurrentViewer() viewer: Viewer, @Args('input') input: CallOutcomeInput) {
    await this.outcomes.recordOutcome(viewer, input);
    return true;
  }
}
