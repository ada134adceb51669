import { Args, GraphQLISODateTime, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { AccountsService } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ClaimsService } from './claims.service.js';
import { DeclaredConflictsService } from './declared-conflicts.service.js';
import { OpenApplicationFileService } from './open-application-file.service.js';
import { ApplicationQueueService } from './application-queue.service.js';
import {
  ApplicationFile,
  ApplicationQueueItem,
  ApplicationQueuePage,
} from '../applications/application-file.view.js';

const id = { type: () => ID };

/**
 * Operations of reviewers on the queue of applications. The guard refuses accounts without the duty; the policy decides
 * for each application.
 */
@Resolver()
export class ApplicationQueueResolver {
  constructor(
    private readonly queue: ApplicationQueueService,
    private readonly claims: ClaimsService,
    private readonly desk: OpenApplicationFileService,
    private readonly accounts: AccountsService,
    private readonly conflicts: DeclaredConflictsService,
  ) {}

  /** Waiting applications, longest waiting first. */
  @Query(() => ApplicationQueuePage)
  applicationQueue(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<ApplicationQueuePage> {
    return this.queue.list(viewer, first, after);
  }

  /**
   * One queue entry. With this query, an open page checks whether the viewer may still read the entry. It does not open
   * the file.
   */
  @Query(() => ApplicationQueueItem)
  queuedApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) applicationId: string,
  ): Promise<ApplicationQueueItem> {
    return this.queue.one(viewer, applicationId);
  }

  /** How many applications wait for a review of the viewer. */
  @Query(() => Int)
  applicationsWaiting(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.queue.countWaiting(viewer);
  }

  /** Claims an application or renews the claim for 30 minutes. Returns when the claim ends. */
  @Mutation(() => GraphQLISODateTime)
  async claimApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) applicationId: string,
  ): Promise<Date> {
    const { endsAt } = await this.claims.claim(viewer, applicationId);
    return endsAt;
  }

  @Mutation(() => Boolean)
  async releaseApplication(@CurrentViewer() viewer: Viewer, @Args('id', id) applicationId: string) {
    await this.claims.release(viewer, applicationId);
    return true;
  }

  /**
   * Declares "I know this person", which permanently hides the application from the viewer. Returns how many other
   * reviewers may read the application, capped at two.
   */
  @Mutation(() => Int)
  declareConflict(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) applicationId: string,
  ): Promise<number> {
    return this.conflicts.declare(viewer, applicationId);
  }

  /** Opens the file of an application. It is a mutation, because every opening is audited. */
  @Mutation(() => ApplicationFile)
  async openApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) applicationId: string,
  ): Promise<ApplicationFile> {
    const { language } = await this.accounts.get(viewer.accountId);
    return this.desk.open(viewer, applicationId, language);
  }
}
