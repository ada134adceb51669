import { Args, GraphQLISODateTime, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { JudgeReopening } from './judge-reopening.js';
import { OpenReopeningFile } from './open-reopening-file.js';
import { ReopeningSeatsService } from './reopening-seats.service.js';
import { ReopeningsService } from './reopenings.service.js';
import {
  JudgeReopeningInput,
  ReopeningFile,
  ReopeningItem,
  ReopeningPage,
} from './reopening.view.js';

const ID_ARG = { type: () => ID };

/** Operations of reviewers on reopenings. */
@Resolver()
export class ReopeningsResolver {
  constructor(
    private readonly reopenings: ReopeningsService,
    private readonly seats: ReopeningSeatsService,
    private readonly files: OpenReopeningFile,
    private readonly judging: JudgeReopening,
  ) {}

  /** Open reopenings, longest waiting first. */
  @Query(() => ReopeningPage)
  reopeningQueue(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<ReopeningPage> {
    return this.reopenings.list(viewer, first, after);
  }

  /**
   * One queue entry. With this query, an open page checks whether the viewer may still read the entry. It does not open
   * the file.
   */
  @Query(() => ReopeningItem)
  queuedReopening(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
  ): Promise<ReopeningItem> {
    return this.reopenings.one(viewer, id);
  }

  /** How many reopenings wait for the viewer's opinion. */
  @Query(() => Int)
  reopeningsWaiting(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.reopenings.countWaiting(viewer);
  }

  /** Claims a reopening or renews the claim for 30 minutes. Returns when the claim ends. */
  @Mutation(() => GraphQLISODateTime)
  claimReopening(@CurrentViewer() viewer: Viewer, @Args('id', ID_ARG) id: string): Promise<Date> {
    return this.seats.claim(viewer, id);
  }

  @Mutation(() => Boolean)
  async releaseReopening(@CurrentViewer() viewer: Viewer, @Args('id', ID_ARG) id: string) {
    await this.seats.release(viewer, id);
    return true;
  }

  /** Opens the file of a reopening. It is a mutation, because every opening is audited. */
  @Mutation(() => ReopeningFile)
  openReopening(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
  ): Promise<ReopeningFile> {
    return this.files.open(viewer, id);
  }

  /** Records the viewer's opinion, once. The viewer sees other opinions only afterwards. */
  @Mutation(() => Boolean)
  async judgeReopening(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: JudgeReopeningInput,
  ): Promise<boolean> {
    await this.judging.judge(viewer, input);
    return true;
  }
}
