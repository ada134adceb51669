import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { PersonaInput } from './groups.inputs.js';
import { GroupMember, GroupMemberPage, MembershipAction } from './group-member.view.js';
import { GroupMembersService } from './group-members.service.js';
import { GroupMembersShown } from './group-members.shown.js';

const MEMBERSHIP_ID = { name: 'membershipId', type: () => ID } as const;

@Resolver(() => GroupMember)
export class GroupMembersResolver {
  constructor(
    private readonly members: GroupMembersService,
    private readonly shown: GroupMembersShown,
    private readonly access: AccessService,
  ) {}

  @Query(() => GroupMemberPage)
  async groupMembers(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.shown.page(viewer, await this.members.list(viewer, groupId, after));
  }

  @Mutation(() => Boolean)
  leaveGroup(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.members.leave(viewer, id);
  }

  @Mutation(() => Boolean)
  removeMember(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.members.remove(viewer, id);
  }

  @Mutation(() => Boolean)
  handOverStewardship(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.members.handOver(viewer, id);
  }

  @Mutation(() => Boolean)
  setPersona(@CurrentViewer() viewer: Viewer, @Args('input') input: PersonaInput) {
    return this.members.setPersona(viewer, input.membershipId, input.name);
  }

  @ResolveField(() => [MembershipAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: GroupMember) {
    return this.access.viewerCan('Membership', id, viewer);
  }
}
