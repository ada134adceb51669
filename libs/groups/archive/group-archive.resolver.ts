import {
  Args,
  GraphQLISODateTime,
  ID,
  Mutation,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { ARCHIVED_GROUP_RETENTION, Group, GROUP_UNARCHIVE_PERIOD } from '../group.entity.js';
import { GroupArchiveService } from './group-archive.service.js';

const GROUP_ID = { name: 'groupId', type: () => ID } as const;

@Resolver(() => Group)
export class GroupArchiveResolver {
  constructor(private readonly archives: GroupArchiveService) {}

  /** Makes a group read-only for all its members. A steward can undo it for 30 days; it is deleted after 90. */
  @Mutation(() => Group)
  archiveGroup(@CurrentViewer() viewer: Viewer, @Args(GROUP_ID) groupId: string) {
    return this.archives.archiveAs(viewer, groupId);
  }

  @Mutation(() => Group)
  unarchiveGroup(@CurrentViewer() viewer: Viewer, @Args(GROUP_ID) groupId: string) {
    return this.archives.unarchive(viewer, groupId);
  }

  /** Until when a steward can bring the archived group back. */
  @ResolveField(() => GraphQLISODateTime, { nullable: true })
  unarchivableUntil(@Parent() { archivedAt }: Group) {
    return after(archivedAt, GROUP_UNARCHIVE_PERIOD);
  }

  /** When the archived group is deleted. */
  @ResolveField(() => GraphQLISODateTime, { nullable: true })
  deletedAt(@Parent() { archivedAt }: Group) {
    return after(archivedAt, ARCHIVED_GROUP_RETENTION);
  }
}

const after = (at: Date | null, ms: number): Date | null => at && new Date(at.getTime() + ms);
