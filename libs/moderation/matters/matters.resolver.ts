import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Permitted } from '#access/permitted.js';
import type { Viewer } from '#policy/viewer.js';
import { MatterSummaries } from './matter-summaries.js';
import { Matter, MatterAction } from './matter.entity.js';
import { CloseMatterArgs } from '../moderation.inputs.js';
import { MattersService } from './matters.service.js';
import { ReportableContentType } from '../reports/reportable-content-registry.js';
import { ReportReason } from '../reports/report.entity.js';

/** The queue of moderation. */
@Resolver(() => Matter)
export class MattersResolver {
  constructor(
    private readonly matters: MattersService,
    private readonly summaries: MatterSummaries,
    private readonly access: AccessService,
  ) {}

  @Query(() => [Matter])
  matterQueue(@CurrentViewer() viewer: Viewer) {
    return this.matters.queue(viewer);
  }

  @Query(() => Matter, { description: 'One of the queue, or NOT_FOUND once it is closed.' })
  deskMatter(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.matters.atDesk(viewer, id);
  }

  @Query(() => Int, {
    description: 'How many matters wait for the viewer; 0 for whoever does not moderate.',
  })
  mattersWaiting(@CurrentViewer() viewer: Viewer) {
    return this.matters.countWaiting(viewer);
  }

  @Mutation(() => Matter)
  closeMatter(@CurrentViewer() viewer: Viewer, @Args() args: CloseMatterArgs) {
    return this.matters.close(viewer, args);
  }

  @ResolveField(() => Int)
  async reportCount(@CurrentViewer() viewer: Viewer, @Parent() matter: Permitted<Matter>) {
    return (await this.summaries.of(viewer, matter)).reportCount;
  }

  @ResolveField(() => Int, {
    description: 'How often two who vet were concerned, not by a report.',
  })
  async concernCount(@CurrentViewer() viewer: Viewer, @Parent() matter: Permitted<Matter>) {
    return (await this.summaries.of(viewer, matter)).concernCount;
  }

  @ResolveField(() => [ReportReason])
  async reasons(@CurrentViewer() viewer: Viewer, @Parent() matter: Permitted<Matter>) {
    return (await this.summaries.of(viewer, matter)).reasons;
  }

  @ResolveField(() => [ReportableContentType])
  async subjectNames(@CurrentViewer() viewer: Viewer, @Parent() matter: Permitted<Matter>) {
    return (await this.summaries.of(viewer, matter)).subjectNames;
  }

  @ResolveField(() => [MatterAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: Matter) {
    return this.access.viewerCan('Matter', id, viewer);
  }

  @ResolveField(() => Boolean, { description: 'Whether somebody else is on it.' })
  isTaken(@CurrentViewer() viewer: Viewer, @Parent() { assigneeId }: Matter) {
    return assigneeId !== null && assigneeId !== viewer.accountId;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer is on it.' })
  isMine(@CurrentViewer() viewer: Viewer, @Parent() { assigneeId }: Matter) {
    return assigneeId === viewer.accountId;
  }
}
