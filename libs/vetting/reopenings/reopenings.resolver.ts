import { Args, GraphQLISODateTime, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { JudgeReopening } from './judge-reopening.js';
import { OpenReopeningFile } from './open-reopening-file.js';
import { ReopeningSeats } from './reopening-seats.service.js';
import { Reopenings } from './reopenings.service.js';
import {
  JudgeReopeningInput,
  ReopeningFile,
  ReopeningItem,
  ReopeningPage,
} from './reopening.view.js';

const ID_ARG = { type: () => ID };

/** Reviews of members that are open again, at the desk. */
@Resolver()
export class ReopeningsResolver {
  constructor(
    private readonly reopenings: Reopenings,
    private readonly seats: ReopeningSeats,
    private readonly files: OpenReopeningFile,
    private readonly judging: JudgeReopening,
  ) {}

  /** What waits, longest first. */
  @Query(() => ReopeningPage)
  reopeningQueue(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<ReopeningPage> {
    return this.reopenings.list(viewer, first, after);
  }

  /** One of it: an open page asks whether it is still the viewer's to read, which opens nothing. */
  @Query(() => ReopeningItem)
  queuedReopening(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
  ): Promise<ReopeningItem> {
    return this.reopenings.one(viewer, id);
  }

  /** How many wait for the viewer. */
  @Query(() => Int)
  reopeningsWaiting(@CurrentViewer() viewer: Viewer): Promise<number> {
    return this.reopenings.countWaiting(viewer);
  }

  /** Takes or renews a seat for 30 minutes; gives its end. */
  @Mutation(() => GraphQLISODateTime)
  claimReopening(@CurrentViewer() viewer: Viewer, @Args('id', ID_ARG) id: string): Promise<Date> {
    return this.seats.claim(viewer, id);
  }

  @Mutation(() => Boolean)
  async releaseReopening(@CurrentViewer() viewer: Viewer, @Args('id', ID_ARG) id: string) {
    await this.seats.release(viewer, id);
    return true;
  }

  /** Opens it: a mutation, since each opening is written down. */
  @Mutation(() => ReopeningFile)
  openReopening(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
  ): Promise<ReopeningFile> {
    return this.files.open(viewer, id);
  }

  /** Says what one thinks, once, before seeing what others do. */
  @Mutation(() => Boolean)
  async judgeReopening(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: JudgeReopeningInput,
  ): Promise<boolean> {
    await this.judging.judge(viewer, input);
    return true;
  }
}
