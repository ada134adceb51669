import {
  Args,
  Field,
  ID,
  InputType,
  Mutation,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { CurrentViewer } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText } from '#kernel/text.decorators.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Group, MemberListAudience } from '../group.entity.js';
import { GroupMembersService } from '../members/group-members.service.js';
import { ListedMemberships } from './listed-memberships.js';
import { MemberListService } from './member-list.service.js';
import { OpenMemberListAct } from './open-member-list-act.js';

@InputType()
export class OpenMemberListInput {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  /** The reason, for the person who approves. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  reason!: string;
}

@Resolver(() => Group)
export class MemberListResolver {
  constructor(
    private readonly lists: MemberListService,
    private readonly opening: OpenMemberListAct,
    private readonly members: GroupMembersService,
    private readonly listed: ListedMemberships,
    private readonly memberships: MembershipsService,
  ) {}

  /** Shows the member list to stewards only, at once. */
  @Mutation(() => Group)
  closeMemberList(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID }) groupId: string,
  ) {
    return this.lists.close(viewer, groupId);
  }

  /** Requests that members see the list. Another steward approves, or a moderator if there is no other steward. */
  @Mutation(() => TwoPersonAct)
  askToOpenMemberList(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { groupId, reason }: OpenMemberListInput,
  ) {
    return this.opening.ask(viewer, groupId, reason);
  }

  /** Shows the viewer in the list, for members who were in the group before the list opened. */
  @Mutation(() => Boolean)
  showMeInMemberList(
    @CurrentViewer() viewer: Viewer,
    @Args('membershipId', { type: () => ID }) id: string,
  ) {
    return this.members.withGroupLock(viewer, id, 'showInList', (membership) =>
      this.listed.list(membership),
    );
  }

  @ResolveField(() => MemberListAudience, {
    nullable: true,
    description: 'Who sees the list of members; null for those outside.',
  })
  memberList(@CurrentViewer() viewer: Viewer, @Parent() { id, memberList }: Group) {
    return viewer.groups.member.includes(id) ? memberList : null;
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description:
      'Whether the list was closed once, so that members may be missing in it; null for those outside.',
  })
  wasListClosed(@CurrentViewer() viewer: Viewer, @Parent() { id, wasListClosed }: Group) {
    return viewer.groups.member.includes(id) ? wasListClosed : null;
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description:
      'Whether the viewer is listed; a steward who is not is shown until the stewardship ends. Null for those outside.',
  })
  async isMeListed(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    const own = await this.memberships.activeOf(viewer.accountId, id);
    return own && own.isListed;
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The request to open the member list that waits, for whoever may read it.',
  })
  openMemberListRequestId(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.opening.pendingId(viewer, id);
  }
}
