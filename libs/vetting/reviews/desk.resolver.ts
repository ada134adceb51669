import { Args, GraphQLISODateTime, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { AccountsService } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ClaimsService } from './claims.service.js';
import { ConflictsService } from './conflicts.service.js';
import { DeskService } from './desk.service.js';
import { QueueService } from './queue.service.js';
import { ApplicationFile, QueueItem, QueuePage } from '../vetting.views.js';

const id = { type: () => ID };

/** The vetting desk. Whoever does not vet is refused at the door; behind it each application has its own rule. */
@Resolver()
export class DeskResolver {
  constructor(
    private readonly queue: QueueService,
    private readonly claims: ClaimsService,
    private readonly desk: DeskService,
    private readonly accounts: AccountsService,
    private readonly conflicts: ConflictsService,
  ) {}

  /** What waits, longest first. */
  @Query(() => QueuePage)
  applicationQueue(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<QueuePage> {
    return this.queue.list(viewer, first, after);
  }

  /** One of it: an open page asks whether it is still the viewer's to read, which opens nothing. */
  @Query(() => QueueItem)
  queuedApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) applicationId: string,
  ): Promise<QueueItem> {
    return this.queue.one(viewer, applicationId);
  }

  /** How many wait for the viewer. */
  @Query(() => Int)
  applicationsWaiting(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.queue.countWaiting(viewer);
  }

  /** Takes or renews a seat for 30 minutes; gives its end. */
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

  /** "I know this person": closes it to the viewer for good. Gives how many others may read it, two at most. */
  @Mutation(() => Int)
  declareConflict(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) applicationId: string,
  ): Promise<number> {
    return this.conflicts.declare(viewer, applicationId);
  }

  /** Opens the file: a mutation, since each opening is written down. */
  @Mutation(() => ApplicationFile)
  async openApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('id', id) applicationId: string,
  ): Promise<ApplicationFile> {
    const { language } = await this.accounts.get(viewer.accountId);
    return this.desk.open(viewer, applicationId, language);
  }
}
