import { Args, GraphQLISODateTime, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AnswerSupportRequest } from './answer-support-request.js';
import { SupportCase, SupportCaseFile, SupportCasePage } from './case.view.js';
import { SupportAssignmentService } from './support-assignment.service.js';
import { SupportQueueService } from './support-queue.service.js';
import {
  AnswerSupportInput,
  CloseSupportInput,
  DeclineSupportInput,
  LinkDuplicateInput,
  WorkNameInput,
} from './support-request.inputs.js';
import { SupportersService } from './supporters.service.js';

const REQUEST_ID = { name: 'id', type: () => ID } as const;

/** Operations of supporters on the queue and on their cases. */
@Resolver()
export class SupportQueueResolver {
  constructor(
    private readonly queue: SupportQueueService,
    private readonly assignment: SupportAssignmentService,
    private readonly answers: AnswerSupportRequest,
    private readonly supporters: SupportersService,
  ) {}

  /** Waiting requests that the viewer may take: urgent ones first, then by the time to answer. */
  @Query(() => SupportCasePage)
  supportQueue(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<SupportCasePage> {
    return this.queue.list(viewer, first, after);
  }

  /** The requests that the viewer claimed, and the viewer's cases. */
  @Query(() => [SupportCase])
  mySupportCases(@CurrentViewer() viewer: Viewer): Promise<SupportCase[]> {
    return this.queue.mine(viewer);
  }

  /** One of the viewer's cases, without its content: an open page checks whether the viewer may still read it. */
  @Query(() => SupportCase)
  supportCase(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string): Promise<SupportCase> {
    return this.queue.one(viewer, id);
  }

  /** How many waiting requests the viewer may take, at most 100. */
  @Query(() => Int)
  supportRequestsWaiting(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.queue.countWaiting(viewer);
  }

  /** The name under which requesters know the viewer; null until the viewer chose one. */
  @Query(() => String, { nullable: true })
  myWorkName(@CurrentViewer() viewer: Viewer): Promise<string | null> {
    return this.supporters.ownWorkName(viewer);
  }

  @Mutation(() => String)
  setWorkName(@CurrentViewer() viewer: Viewer, @Args('input') { name }: WorkNameInput) {
    return this.supporters.setWorkName(viewer, name);
  }

  /** Claims a request or renews the claim for 30 minutes. Returns when the claim ends. */
  @Mutation(() => GraphQLISODateTime)
  claimSupportRequest(
    @CurrentViewer() viewer: Viewer,
    @Args(REQUEST_ID) id: string,
  ): Promise<Date> {
    return this.assignment.claim(viewer, id);
  }

  /** Gives back a claimed request or a case. */
  @Mutation(() => Boolean)
  async releaseSupportRequest(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.assignment.release(viewer, id);
    return true;
  }

  /** Gives back a request or case because the viewer knows the requester. The viewer does not see it again. */
  @Mutation(() => Boolean)
  async recuseFromSupportRequest(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    await this.assignment.recuse(viewer, id);
    return true;
  }

  /** Opens the content. It is a mutation, because it is audited. */
  @Mutation(() => SupportCaseFile)
  openSupportRequest(
    @CurrentViewer() viewer: Viewer,
    @Args(REQUEST_ID) id: string,
  ): Promise<SupportCaseFile> {
    return this.queue.open(viewer, id);
  }

  @Mutation(() => Boolean)
  async acceptSupportRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AnswerSupportInput,
  ) {
    await this.answers.accept(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async declineSupportRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: DeclineSupportInput,
  ) {
    await this.answers.decline(viewer, input);
    return true;
  }

  /** Ends a request because another open one of the same requester is about the same. */
  @Mutation(() => Boolean)
  async linkDuplicateSupportRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: LinkDuplicateInput,
  ) {
    await this.answers.linkDuplicate(viewer, input);
    return true;
  }

  @Mutation(() => Boolean)
  async closeSupportCase(@CurrentViewer() viewer: Viewer, @Args('input') input: CloseSupportInput) {
    await this.answers.close(viewer, input);
    return true;
  }
}
