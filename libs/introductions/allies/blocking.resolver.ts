import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { Block } from '#members/relationships/block.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { BlockableContentType } from '../content-author-registry.service.js';
import { BlockingService } from './blocking.service.js';

@Resolver(() => Block)
export class BlockingResolver {
  constructor(private readonly blocking: BlockingService) {}

  @Query(() => [Block])
  blockedPeople(@CurrentViewer() viewer: Viewer) {
    return this.blocking.list(viewer);
  }

  @Mutation(() => Block)
  block(
    @CurrentViewer() viewer: Viewer,
    @Args('subject', { type: () => BlockableContentType }) subject: BlockableContentType,
    @Args('subjectId', { type: () => ID }) subjectId: string,
  ) {
    return this.blocking.block(viewer, subject, subjectId);
  }

  @Mutation(() => Boolean)
  unblock(@CurrentViewer() viewer: Viewer, @Args('blockId', { type: () => ID }) blockId: string) {
    return this.blocking.unblock(viewer, blockId);
  }

  @Mutation(() => Boolean)
  endAlliance(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
  ) {
    return this.blocking.endAlliance(viewer, personId);
  }
}
