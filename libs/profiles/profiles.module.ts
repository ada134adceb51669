import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { FilesModule } from '#files/files.module.js';
import { EventsModule } from '#events/events.module.js';
import { MembersModule } from '#members/members.module.js';
import type { SubjectTableOf } from '#policy/engine/subject-table.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { RetentionModule } from '#retention/retention.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { AccountNameResolver } from './own-profile/account-name.resolver.js';
import { AvatarsController } from './own-profile/avatars.controller.js';
import { AvatarsService } from './own-profile/avatars.service.js';
import { IntroductionAvailabilityService } from './own-profile/introduction-availability.service.js';
import { ChosenGroupsService } from './own-profile/chosen-groups.service.js';
import { DirectoryHandlers } from './directory/directory.handlers.js';
import { DirectoryService } from './directory/directory.service.js';
import { OwnProfileResolver } from './own-profile/own-profile.resolver.js';
import { OwnProfileService } from './own-profile/own-profile.service.js';
import { PeopleCursorsService } from './directory/people-cursors.service.js';
import { PeopleResolver } from './directory/people.resolver.js';
import { PeopleService } from './directory/people.service.js';
import { PersonCardResolver } from './persons/person-card.resolver.js';
import { PersonResolver } from './persons/person.resolver.js';
import { PersonsService } from './persons/persons.service.js';
import { Profile } from './profile.entity.js';
import { ProfileField } from './persons/profile-field.entity.js';
import { ProfileFieldResolver } from './persons/profile-field.resolver.js';
import { ProfileChangeNoticesService } from './profile-change-notices.service.js';
import { ProfileContentRemovalService } from './profile-content-removal.service.js';
import { PROFILE_ROOM } from './own-profile/profile-room.js';
import { ProfilesService } from './profiles.service.js';
import { ViewAsService } from './persons/view-as.service.js';
import { DailyProfileViewsService } from './persons/daily-profile-views.service.js';
import { WatchedProfilesHandlers } from './persons/watched-profiles.handlers.js';
import { SigninModule } from '#signin/signin.module.js';
import { ProfilesDataExport } from './profiles.data-export.js';

const OWNER = { table: 'account', on: '{it}.id = {row}.account_id' };
const HIDDEN_FROM = {
  table: 'hidden_pair',
  on: '{it}.account_id = {row}.account_id',
  value: 'other_id',
};

const PROFILE: SubjectTableOf<'Profile'> = {
  table: 'profile',
  joins: {
    owner: OWNER,
    name: { table: 'profile_field', on: `{it}.profile_id = {row}.id and {it}.kind = 'name'` },
  },
  columns: {
    ownerId: { sql: 'account_id' },
    ownerStanding: { sql: 'standing', join: 'owner' },
    nameAudience: { sql: 'audience', join: 'name' },
    takesRequests: { sql: 'takes_requests' },
  },
  sets: {
    nameOpenToGroupIds: {
      table: 'field_open_group',
      on: `{it}.field_id = (select name.id from profile_field name
        where name.profile_id = {row}.id and name.kind = 'name')`,
      value: 'group_id',
    },
    hiddenFromIds: HIDDEN_FROM,
  },
};

const PROFILE_FIELD: SubjectTableOf<'ProfileField'> = {
  table: 'profile_field',
  joins: { owner: OWNER },
  columns: {
    ownerId: { sql: 'account_id' },
    ownerStanding: { sql: 'standing', join: 'owner' },
    kind: { sql: 'kind' },
    audience: { sql: 'audience' },
  },
  sets: {
    openToGroupIds: {
      table: 'field_open_group',
      on: '{it}.field_id = {row}.id',
      value: 'group_id',
    },
    hiddenFromIds: HIDDEN_FROM,
  },
};

const SERVICES = [
  IntroductionAvailabilityService,
  DirectoryService,
  OwnProfileService,
  PeopleService,
  PersonsService,
  ProfileContentRemovalService,
  ProfilesService,
];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    EventsModule,
    FilesModule,
    MembersModule,
    RealtimeModule,
    RetentionModule,
    TaxonomyModule,
    SigninModule,
  ],
  controllers: [AvatarsController],
  providers: [
    AvatarsService,
    ProfilesDataExport,
    ...SERVICES,
    AccountNameResolver,
    ChosenGroupsService,
    PeopleCursorsService,
    ProfileChangeNoticesService,
    ViewAsService,
    DailyProfileViewsService,
    WatchedProfilesHandlers,
    DirectoryHandlers,
    OwnProfileResolver,
    PeopleResolver,
    PersonCardResolver,
    PersonResolver,
    ProfileFieldResolver,
  ],
  exports: [...SERVICES, DailyProfileViewsService],
})
export class ProfilesModule {
  constructor(subjects: PolicySubjects, realtime: RealtimeService) {
    realtime.watchable(PROFILE_ROOM.key, 'Profile');
    subjects.register('Profile', Profile, PROFILE);
    subjects.register('ProfileField', ProfileField, PROFILE_FIELD);
  }
}
