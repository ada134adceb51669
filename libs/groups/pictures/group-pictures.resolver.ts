import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { GroupPicturesService } from './group-pictures.service.js';

@Resolver(() => Group)
export class GroupPicturesResolver {
  constructor(private readonly pictures: GroupPicturesService) {}

  /** Removes the group's picture. `POST /uploads/group/<group>` sets it. */
  @Mutation(() => Group)
  removeGroupPicture(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID }) groupId: string,
  ) {
    return this.pictures.remove(viewer, groupId);
  }
}
