import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import { Language } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { TaxonomyService } from '#taxonomy/taxonomy.service.js';
import { TermView } from '#taxonomy/taxonomy.view.js';
import {
  GroupMember,
  GroupMemberPage,
  MembershipAction,
  RemovedMember,
} from './group-member.view.js';
import { GroupMembersArgs } from './group-members.inputs.js';
import { GroupMembersService } from './group-members.service.js';
import { GroupMemberMapper } from './group-member-mapper.js';
import { PersonaInput } from './personas.inputs.js';
import { PersonaPicturesService } from './persona-pictures.service.js';
import { PersonasService } from './personas.service.js';

const BY_DEFAULT_FALSE = { type: () => Boolean, defaultValue: false } as const;
const MEMBERSHIP_ID = { name: 'membershipId', type: () => ID } as const;

@Resolver(() => GroupMember)
export class GroupMembersResolver {
  constructor(
    private readonly members: GroupMembersService,
    private readonly shown: GroupMemberMapper,
    private readonly personas: PersonasService,
    private readonly pictures: PersonaPicturesService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Query(() => GroupMemberPage)
  async groupMembers(@CurrentViewer() viewer: Viewer, @Args() args: GroupMembersArgs) {
    return this.shown.page(viewer, await this.members.list(viewer, args));
  }

  /** A member of one of the viewer's groups. */
  @Query(() => GroupMember)
  groupMember(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.shown.one(viewer, id);
  }

  /** The viewer's own membership as others of the group see it. */
  @Query(() => GroupMember)
  seenInGroup(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID }) groupId: string,
  ) {
    return this.shown.previewIn(viewer, groupId);
  }

  /** With `deleteMessages`, what the viewer posted under this membership is deleted for everybody, for good. */
  @Mutation(() => Boolean)
  leaveGroup(
    @CurrentViewer() viewer: Viewer,
    @Args(MEMBERSHIP_ID) id: string,
    @Args('isSuccessionKnown', BY_DEFAULT_FALSE) isSuccessionKnown: boolean,
    @Args('deleteMessages', BY_DEFAULT_FALSE) deletesMessages: boolean,
  ) {
    return this.members.leave(viewer, id, { isSuccessionKnown, deletesMessages });
  }

  @Mutation(() => Boolean)
  removeMember(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.members.remove(viewer, id);
  }

  /** Removed members whom no steward has readmitted. FORBIDDEN unless the viewer is a steward. */
  @Query(() => [RemovedMember])
  async removedMembers(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID }) groupId: string,
  ) {
    return this.shown.removed(await this.members.removed(viewer, groupId));
  }

  @Mutation(() => Boolean)
  readmitMember(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.members.readmit(viewer, id);
  }

  @Mutation(() => Boolean)
  setPersona(@CurrentViewer() viewer: Viewer, @Args('input') input: PersonaInput) {
    return this.personas.set(viewer, input);
  }

  /** Removes the persona's picture. `POST /uploads/persona/<membership>` sets it. */
  @Mutation(() => Boolean)
  removePersonaPicture(@CurrentViewer() viewer: Viewer, @Args(MEMBERSHIP_ID) id: string) {
    return this.pictures.remove(viewer, id);
  }

  @ResolveField(() => [TermView])
  practices(
    @Parent() { practiceIds }: GroupMember,
    @Args('language', { type: () => Language }) language: Language,
  ) {
    return this.taxonomy.terms(practiceIds, language);
  }

  @ResolveField(() => [MembershipAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() member: GroupMember) {
    return this.shown.actions(viewer, member);
  }
}
