import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { CasesOfOthersService } from '../helpers/cases-of-others.service.js';
import { AskSupport } from './ask-support.js';
import { OwnRequestViewsService } from './own-request-views.service.js';
import { OwnRequestsService } from './own-requests.service.js';
import { OwnSupportRequest, SupportAsking } from './own-request.view.js';
import { SupportAvailabilityService } from './support-availability.service.js';
import { AskSupportInput, ExcludeSupportersInput } from './support-request.inputs.js';
import { SupportersService } from './supporters.service.js';

const REQUEST_ID = { name: 'id', type: () => ID } as const;

/** Operations of requesters on their own requests. Suspended members keep them, but cannot ask again. */
@For('anySignedIn', 'guest')
@Resolver()
export class OwnRequestsResolver {
  constructor(
    private readonly asking: AskSupport,
    private readonly requests: OwnRequestsService,
    private readonly views: OwnRequestViewsService,
    private readonly availability: SupportAvailabilityService,
    private readonly supporters: SupportersService,
    private readonly others: CasesOfOthersService,
  ) {}

  /** Whether the viewer can ask for support now, and whom they can exclude. */
  @For('anySignedIn')
  @Query(() => SupportAsking)
  async supportAsking(@CurrentViewer() viewer: Viewer): Promise<SupportAsking> {
    return {
      supporters: await this.supporters.listFor(viewer),
      closedBecause: await this.availability.closedBecause(),
      ...(await this.asking.left(viewer)),
    };
  }

  @Query(() => [OwnSupportRequest])
  mySupportRequests(@CurrentViewer() viewer: Viewer): Promise<OwnSupportRequest[]> {
    return this.views.list(viewer);
  }

  @Query(() => OwnSupportRequest)
  supportRequest(
    @CurrentViewer() viewer: Viewer,
    @Args(REQUEST_ID) id: string,
  ): Promise<OwnSupportRequest> {
    return this.views.one(viewer, id);
  }

  /** How many of the viewer's requests have something new, with invitations, offers and questions of cases of others and unread messages in them. */
  @Query(() => Int)
  async supportNews(@CurrentViewer() viewer: Viewer): Promise<number> {
    return (await this.views.countNews(viewer)) + (await this.others.countNews(viewer));
  }

  @For('anySignedIn')
  @Mutation(() => OwnSupportRequest)
  async askSupport(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AskSupportInput,
  ): Promise<OwnSupportRequest> {
    return this.views.one(viewer, await this.asking.ask(viewer, input));
  }

  /** Marks what is new about a request as read. */
  @Mutation(() => OwnSupportRequest)
  async seeSupportRequest(
    @CurrentViewer() viewer: Viewer,
    @Args(REQUEST_ID) id: string,
  ): Promise<OwnSupportRequest> {
    await this.requests.see(viewer, id);
    return this.views.one(viewer, id);
  }

  /** Changes who must not read a request. An assigned supporter who is excluded loses it before the answer. */
  @For('anySignedIn')
  @Mutation(() => OwnSupportRequest)
  async excludeSupporters(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ExcludeSupportersInput,
  ): Promise<OwnSupportRequest> {
    await this.requests.exclude(viewer, input);
    return this.views.one(viewer, input.requestId);
  }

  @Mutation(() => OwnSupportRequest)
  async withdrawSupportRequest(
    @CurrentViewer() viewer: Viewer,
    @Args(REQUEST_ID) id: string,
  ): Promise<OwnSupportRequest> {
    await this.requests.withdraw(viewer, id);
    return this.views.one(viewer, id);
  }

  /** Destroys a request at once. */
  @Mutation(() => Boolean)
  async deleteSupportRequest(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.requests.delete(viewer, id);
    return true;
  }
}
