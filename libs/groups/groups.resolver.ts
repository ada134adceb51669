import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import { GroupKind, MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Group, GroupAccess, GroupAction, MemberListAudience } from './group.entity.js';
import { GroupPage } from './members/group-member.view.js';
import { GroupMembersService } from './members/group-members.service.js';
import { EditGroupInput, CreateGroupInput, GroupSearchArgs } from './groups.inputs.js';
import { GroupSearchService } from './group-search.service.js';
import { GroupsService } from './groups.service.js';
import { CreateJoinRequest } from './joining/create-join-request.js';
import { visibleMemberCount } from './visible-member-count.js';

@Resolver(() => Group)
export class GroupsResolver {
  constructor(
    private readonly groups: GroupsService,
    private readonly searching: GroupSearchService,
    private readonly members: GroupMembersService,
    private readonly memberships: MembershipsService,
    private readonly requests: CreateJoinRequest,
    private readonly rights: AccessService,
  ) {}

  @Query(() => GroupPage, { name: 'groups' })
  list(@CurrentViewer() viewer: Viewer, @Args() args: GroupSearchArgs) {
    return this.searching.search(viewer, args);
  }

  @Query(() => [Group])
  myGroups(@CurrentViewer() viewer: Viewer) {
    return this.groups.mine(viewer);
  }

  @Query(() => Group)
  group(@CurrentViewer() viewer: Viewer, @Args('slug', { type: () => String }) slug: string) {
    return this.groups.bySlug(viewer, slug);
  }

  @Mutation(() => Group)
  foundGroup(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateGroupInput) {
    return this.groups.found(viewer, input);
  }

  @Mutation(() => Group)
  editGroup(@CurrentViewer() viewer: Viewer, @Args('input') input: EditGroupInput) {
    return this.groups.edit(viewer, input);
  }

  /**
   * How members join. If a separation concerns the viewer and a member of the group, the group looks closed to the
   * viewer.
   */
  @ResolveField(() => GroupAccess)
  access(@CurrentViewer() viewer: Viewer, @Parent() { id, access }: Group) {
    return viewer.partedGroups.includes(id) ? GroupAccess.invitation : access;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Null under 5 for those outside, where the member list is for stewards, and for everybody outside of a coalition.',
  })
  async memberCount(@CurrentViewer() viewer: Viewer, @Parent() group: Group) {
    const { id, kind, memberList } = group;
    const isInside = viewer.groups.member.includes(id);
    if (kind === GroupKind.coalition && !isInside) return null;
    // A count that changes when somebody joins or leaves discloses who is in the group.
    const isClosed = memberList === MemberListAudience.stewards;
    if (isClosed && !viewer.groups.steward.includes(id)) return null;
    return visibleMemberCount(await this.members.count(viewer, id), isInside);
  }

  @ResolveField(() => ID, { nullable: true })
  async myMembershipId(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return (await this.memberships.activeOf(viewer.accountId, id))?.id ?? null;
  }

  @ResolveField(() => MembershipRole, { nullable: true })
  async myRole(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return (await this.memberships.activeOf(viewer.accountId, id))?.role ?? null;
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The viewer’s request to join that waits, or null.',
  })
  myRequestId(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.requests.waiting(viewer, id);
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether a steward removed the viewer, who can return only after a steward allows it.',
  })
  wasRemoved(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return viewer.barredGroups.includes(id);
  }

  @ResolveField(() => [GroupAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.rights.viewerCan('Group', id, viewer);
  }
}
