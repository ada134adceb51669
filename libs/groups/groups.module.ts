import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { FilesModule } from '#files/files.module.js';
import { FORMER_MEMBERSHIP_PERIOD, Membership } from '#members/membership.entity.js';
import { MembersModule } from '#members/members.module.js';
import { hasActiveSteward } from '#members/steward-vacancies.js';
import type { SubjectTableOf } from '#policy/engine/subject-table.js';
import { DecoysModule } from '#profiles/decoys/decoys.module.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { AgreementsResolver } from './agreements/agreements.resolver.js';
import { AgreementsService } from './agreements/agreements.service.js';
import { EmptyGroupsService } from './archive/empty-groups.service.js';
import { GroupArchiveResolver } from './archive/group-archive.resolver.js';
import { GroupArchiveService } from './archive/group-archive.service.js';
import { GroupEndingsService } from './archive/group-endings.service.js';
import { PendingGroupChangesService } from './archive/pending-group-changes.service.js';
import { CoalitionGroupsService } from './coalition-groups.service.js';
import { FacesResolver } from './faces/faces.resolver.js';
import { FacesService } from './faces/faces.service.js';
import { Group, GROUP_UNARCHIVE_PERIOD } from './group.entity.js';
import { EndMembershipsOfErasedAccount } from './end-memberships-of-erased-account.js';
import { GroupSearchService } from './group-search.service.js';
import { GroupLockService } from './group-lock.service.js';
import { JoinRequestProfilesService } from './joining/join-request-profiles.service.js';
import { AddGroupMember } from './joining/add-group-member.js';
import { GroupInvitation } from './joining/group-invitation.entity.js';
import { GroupLink } from './joining/group-link.entity.js';
import { GroupLinksResolver } from './joining/group-links.resolver.js';
import { GroupLinksService } from './joining/group-links.service.js';
import { FacilitatorsResolver } from './members/facilitators.resolver.js';
import { FacilitatorsService } from './members/facilitators.service.js';
import { GroupMembersResolver } from './members/group-members.resolver.js';
import { GroupMembersService } from './members/group-members.service.js';
import { GroupMemberMapper } from './members/group-member-mapper.js';
import { StewardSuccessionHandlers, GroupChangeNotifier } from './groups.handlers.js';
import { GroupsDataClasses } from './groups.data-classes.js';
import { GroupsDataExport } from './groups.data-export.js';
import { GroupsJobs } from './groups.jobs.js';
import { GroupsResolver } from './groups.resolver.js';
import { GroupsService } from './groups.service.js';
import { GroupInvitationsResolver } from './joining/group-invitations.resolver.js';
import { GroupInvitationsService } from './joining/group-invitations.service.js';
import { JOIN_ANSWERS_RETENTION, JoinRequest } from './joining/join-request.entity.js';
import {
  GroupJoinRequestsResolver,
  JoinRequestsResolver,
} from './joining/join-requests.resolver.js';
import { JoinRequestsService } from './joining/join-requests.service.js';
import { PendingGroupJoinsService } from './joining/pending-group-joins.service.js';
import { SealEarlierJoinAnswers } from './joining/seal-earlier-join-answers.js';
import { ListedMemberships } from './member-list/listed-memberships.js';
import { MemberListResolver } from './member-list/member-list.resolver.js';
import { MemberListService } from './member-list/member-list.service.js';
import { OpenMemberListAct } from './member-list/open-member-list-act.js';
import { RequestLessPrivateGroup } from './privacy/request-less-private-group.js';
import { GroupPrivacyResolver } from './privacy/group-privacy.resolver.js';
import { GroupPrivacyService } from './privacy/group-privacy.service.js';
import { MakeGroupLessPrivateAct } from './privacy/make-group-less-private-act.js';
import { SentGroupInvitation } from './joining/sent-group-invitation.entity.js';
import { SentGroupInvitationsService } from './joining/sent-group-invitations.service.js';
import { SentGroupInvitationMapper } from './joining/sent-group-invitation-mapper.js';
import { PersonaNames } from './members/persona-names.js';
import { CreateJoinRequest } from './joining/create-join-request.js';
import { PersonaPicturesController } from './members/persona-pictures.controller.js';
import { PersonaPicturesService } from './members/persona-pictures.service.js';
import { FormerMembershipsResolver } from './members/former-memberships.resolver.js';
import { FormerMembershipsService } from './members/former-memberships.service.js';
import { PersonasService } from './members/personas.service.js';
import { GroupPicturesController } from './pictures/group-pictures.controller.js';
import { GroupPicturesResolver } from './pictures/group-pictures.resolver.js';
import { GroupPicturesService } from './pictures/group-pictures.service.js';
import { StewardshipResolver } from './members/stewardship.resolver.js';
import { StewardshipService } from './members/stewardship.service.js';
import { SuccessionAnswersService } from './succession/succession-answers.service.js';
import { SuccessionRequest } from './succession/succession-request.entity.js';
import { GroupSuccessionResolver, SuccessionResolver } from './succession/succession.resolver.js';
import { SuccessionService } from './succession/succession.service.js';

const SERVICES = [
  ...[
    GroupsService,
    GroupMembersService,
    JoinRequestsService,
    GroupInvitationsService,
    PendingGroupJoinsService,
  ],
  AgreementsService,
  CoalitionGroupsService,
  ...[GroupLockService, GroupPicturesService],
  PersonaPicturesService,
  PersonasService,
  GroupLinksService,
  SentGroupInvitationsService,
  StewardshipService,
  FacilitatorsService,
  FormerMembershipsService,
  GroupArchiveService,
  ...[PendingGroupChangesService, GroupEndingsService],
  ...[SuccessionService, SuccessionAnswersService],
];
const DOORS = [
  FormerMembershipsResolver,
  ...[GroupsResolver, GroupMembersResolver, JoinRequestsResolver, GroupInvitationsResolver],
  GroupJoinRequestsResolver,
  AgreementsResolver,
  FacesResolver,
  GroupLinksResolver,
  GroupPrivacyResolver,
  MemberListResolver,
  StewardshipResolver,
  FacilitatorsResolver,
  ...[GroupArchiveResolver, GroupPicturesResolver],
  ...[SuccessionResolver, GroupSuccessionResolver],
];

/** Accounts that are blocked by or separated from a steward of the row's group, for the policy. */
const HIDDEN_FROM_STEWARDS = {
  table: 'steward_hidden',
  on: '{it}.group_id = {row}.group_id',
  value: 'account_id',
};
const GROUP = { table: '"group"', on: '{it}.id = {row}.group_id' };
const IN_GROUP = {
  groupId: { sql: 'group_id' },
  groupArchivedAt: { sql: 'archived_at', nullable: true, join: 'group' },
} as const;
const OF_GROUP = { ...IN_GROUP, state: { sql: 'state' } };
const GROUP_TABLE: SubjectTableOf<'Group'> = {
  table: '"group"',
  columns: {
    id: { sql: 'id' },
    kind: { sql: 'kind' },
    isListed: { sql: 'is_listed' },
    access: { sql: 'access' },
    archivedAt: { sql: 'archived_at', nullable: true },
    unarchivableUntil: {
      sql: `coalesce({row}.archived_at + interval '${GROUP_UNARCHIVE_PERIOD / 1_000} seconds', 'epoch')`,
    },
  },
  sets: {},
};
const SUCCESSION_REQUEST: SubjectTableOf<'SuccessionRequest'> = {
  table: 'succession_request',
  joins: { group: GROUP },
  columns: {
    groupArchivedAt: { sql: 'archived_at', nullable: true, join: 'group' },
    accountId: {
      sql: '(select m.account_id from membership m where m.id = {row}.membership_id and m.ended_at is null)',
      nullable: true,
    },
    state: { sql: 'state' },
    expiresAt: { sql: 'expires_at' },
    isNeeded: { sql: `not ${hasActiveSteward('{row}.group_id')}` },
  },
  sets: {},
};
const JOIN_REQUEST: SubjectTableOf<'JoinRequest'> = {
  table: 'join_request',
  joins: { group: GROUP },
  columns: {
    ...OF_GROUP,
    accountId: { sql: 'account_id' },
    declineAt: { sql: 'decline_at', nullable: true },
    undoableUntil: { sql: `coalesce({row}.decline_at, 'epoch')` },
    answersEndAt: {
      sql: `coalesce({row}.decided_at + interval '${JOIN_ANSWERS_RETENTION / 1_000} seconds', '9999-01-01')`,
    },
    isParted: {
      sql: `exists (select 1 from parted_group g where g.account_id = {row}.account_id and g.group_id = {row}.group_id)`,
    },
  },
  sets: {
    hiddenFromIds: {
      table: 'hidden_pair',
      on: '{it}.account_id = {row}.account_id',
      value: 'other_id',
    },
  },
};

@Module({
  imports: [
    AccessModule,
    AuditModule,
    DecoysModule,
    EventsModule,
    FilesModule,
    MembersModule,
    ProfilesModule,
    RealtimeModule,
    RetentionModule,
    SigninModule,
    TaxonomyModule,
  ],
  controllers: [PersonaPicturesController, GroupPicturesController],
  providers: [
    ...SERVICES,
    ...DOORS,
    JoinRequestProfilesService,
    RequestLessPrivateGroup,
    AddGroupMember,
    FacesService,
    GroupSearchService,
    EndMembershipsOfErasedAccount,
    GroupMemberMapper,
    GroupPrivacyService,
    GroupsDataClasses,
    GroupsDataExport,
    GroupsJobs,
    SealEarlierJoinAnswers,
    StewardSuccessionHandlers,
    MakeGroupLessPrivateAct,
    ...[ListedMemberships, MemberListService, OpenMemberListAct],
    ...[PersonaNames, EmptyGroupsService],
    CreateJoinRequest,
    SentGroupInvitationMapper,
    GroupChangeNotifier,
  ],
  exports: SERVICES,
})
export class GroupsModule {
  constructor(subjects: PolicySubjects) {
    subjects.register('Group', Group, GROUP_TABLE);
    subjects.register('Membership', Membership, {
      table: 'membership',
      isPointedTo: true,
      joins: { group: GROUP },
      columns: {
        ...IN_GROUP,
        groupKind: { sql: 'group_kind' },
        accountId: { sql: 'account_id' },
        endedAt: { sql: 'ended_at', nullable: true },
        role: { sql: 'role' },
        stewardOfferEndsAt: { sql: `coalesce({row}.steward_offer_ends_at, 'epoch')` },
        hasPicture: { sql: `({row}.persona_picture <> '')` },
        isListed: { sql: 'is_listed' },
        memberList: { sql: 'member_list', join: 'group' },
        formerUntil: {
          sql: `coalesce({row}.ended_at + interval '${FORMER_MEMBERSHIP_PERIOD / 1_000} seconds', 'epoch')`,
        },
        isBarred: { sql: `({row}.barred_at is not null)` },
      },
      sets: {},
    });
    subjects.register('JoinRequest', JoinRequest, JOIN_REQUEST);
    subjects.register('SuccessionRequest', SuccessionRequest, SUCCESSION_REQUEST);
    subjects.register('GroupInvitation', GroupInvitation, {
      table: 'group_invitation',
      columns: {
        groupId: { sql: 'group_id' },
        state: { sql: 'state' },
        invitedId: { sql: 'invited_id' },
        expiresAt: { sql: 'expires_at' },
      },
      sets: { hiddenFromIds: HIDDEN_FROM_STEWARDS },
    });
    subjects.register('SentGroupInvitation', SentGroupInvitation, {
      table: 'sent_group_invitation',
      columns: { groupId: { sql: 'group_id' }, expiresAt: { sql: 'expires_at' } },
      sets: {},
    });
    subjects.register('GroupLink', GroupLink, {
      table: 'group_link',
      joins: { group: GROUP },
      columns: {
        ...IN_GROUP,
        expiresAt: { sql: 'expires_at' },
        isUsed: { sql: '({row}.used_at is not null)' },
        isHeld: {
          sql: `exists (select 1 from membership m join account a on a.id = m.account_id and a.standing = 'member'
            where m.account_id = {row}.maker_id and m.group_id = {row}.group_id and m.role = 'steward'
              and m.ended_at is null)`,
        },
      },
      sets: { hiddenFromIds: HIDDEN_FROM_STEWARDS },
    });
  }
}
