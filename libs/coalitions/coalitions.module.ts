import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { GroupsModule } from '#groups/groups.module.js';
import { MembersModule } from '#members/members.module.js';
import { OrganisationsModule } from '#organisations/organisations.module.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { CoalitionsDataClasses } from './coalitions.data-classes.js';
import { CoalitionsJobs } from './coalitions.jobs.js';
import {
  CoalitionChangeNotifier,
  EndedEntryHandlers,
  ObsoleteActHandlers,
  RefusedInvitationHandlers,
} from './coalitions.handlers.js';
import { SmallCoalitionsService } from './small-coalitions.service.js';
import {
  COALITION_GRANT_SUBJECT,
  COALITION_INVITATION_SUBJECT,
  PARTICIPANT_SUBJECT,
} from './coalitions.policy-subjects.js';
import { CoalitionRecords } from './coalition-records.js';
import { CoalitionPreviewsService } from './coalition-previews.service.js';
import { CoalitionsResolver } from './coalitions.resolver.js';
import { CoalitionsService } from './coalitions.service.js';
import { DelegatesResolver } from './delegates/delegates.resolver.js';
import { DelegatesService } from './delegates/delegates.service.js';
import { CoalitionFoundingRecords, FoundCoalition } from './found-coalition.js';
import { CoalitionGrant } from './grants/coalition-grant.entity.js';
import { GRANT_PROVIDERS, GRANT_SERVICES } from './grants/grants.providers.js';
import { CoalitionInvitation } from './invitations/coalition-invitation.entity.js';
import { INVITATION_PROVIDERS, INVITATION_SERVICES } from './invitations/invitations.providers.js';
import { LockedCoalitions } from './locked-coalitions.js';
import { Participant } from './participants/participant.entity.js';
import {
  PARTICIPANT_PROVIDERS,
  PARTICIPANT_SERVICES,
} from './participants/participants.providers.js';
import { REMOVAL_PROVIDERS } from './removals/removals.providers.js';

@Module({
  imports: [
    AccessModule,
    AuditModule,
    EventsModule,
    GroupsModule,
    MembersModule,
    OrganisationsModule,
    ProfilesModule,
    RealtimeModule,
    RetentionModule,
    SigninModule,
  ],
  providers: [
    ...[CoalitionsService, CoalitionPreviewsService, FoundCoalition, CoalitionFoundingRecords],
    ...[CoalitionsResolver, CoalitionRecords, LockedCoalitions, CoalitionsJobs],
    SmallCoalitionsService,
    ...[CoalitionChangeNotifier, CoalitionsDataClasses, RefusedInvitationHandlers],
    ...[EndedEntryHandlers, ObsoleteActHandlers],
    ...PARTICIPANT_PROVIDERS,
    ...INVITATION_PROVIDERS,
    ...[DelegatesService, DelegatesResolver],
    ...GRANT_PROVIDERS,
    ...REMOVAL_PROVIDERS,
  ],
  exports: [
    ...[CoalitionsService, FoundCoalition, DelegatesService],
    ...[...PARTICIPANT_SERVICES, ...INVITATION_SERVICES, ...GRANT_SERVICES],
  ],
})
export class CoalitionsModule {
  constructor(subjects: PolicySubjects) {
    subjects.register('Participant', Participant, PARTICIPANT_SUBJECT);
    subjects.register('CoalitionInvitation', CoalitionInvitation, COALITION_INVITATION_SUBJECT);
    subjects.register('CoalitionGrant', CoalitionGrant, COALITION_GRANT_SUBJECT);
  }
}
