import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { MembersModule } from '#members/members.module.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { Affiliation } from './affiliation.entity.js';
import { AffiliationsService } from './affiliations.service.js';
import { CreateOrganisation } from './create-organisation.js';
import { Organisation } from './organisation.entity.js';
import { EndAffiliationsOfErasedAccount } from './end-affiliations-of-erased-account.js';
import { OrganisationEndingsService } from './organisation-endings.service.js';
import { OrganisationGroupsService } from './organisation-groups.service.js';
import { OrganisationFieldsForViewerService } from './organisation-fields-for-viewer.service.js';
import { OrganisationInvitation } from './organisation-invitation.entity.js';
import { OrganisationInvitationsResolver } from './organisation-invitations.resolver.js';
import { OrganisationInvitationsService } from './organisation-invitations.service.js';
import { OrganisationSearchService } from './organisation-search.service.js';
import { OrganisationPeopleResolver } from './organisation-people.resolver.js';
import { OrganisationPersonMapper } from './organisation-person-mapper.js';
import { OrganisationsDataClasses } from './organisations.data-classes.js';
import { OrganisationsDataExport } from './organisations.data-export.js';
import {
  SpokespersonSuccessionHandlers,
  ORGANISATION_PAGE_ROOM,
  OrganisationChangeNotifier,
} from './organisations.handlers.js';
import { OrganisationsJobs } from './organisations.jobs.js';
import { OrganisationsResolver } from './organisations.resolver.js';
import { OrganisationsService } from './organisations.service.js';
import {
  AFFILIATION_SUBJECT,
  ORGANISATION_INVITATION_SUBJECT,
  ORGANISATION_SUBJECT,
} from './organisations.policy-subjects.js';

const SERVICES = [
  CreateOrganisation,
  OrganisationsService,
  AffiliationsService,
  OrganisationInvitationsService,
  OrganisationEndingsService,
];
const DOORS = [OrganisationsResolver, OrganisationPeopleResolver, OrganisationInvitationsResolver];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    EventsModule,
    MembersModule,
    ProfilesModule,
    RealtimeModule,
    RetentionModule,
    SigninModule,
    TaxonomyModule,
  ],
  providers: [
    ...SERVICES,
    ...DOORS,
    SpokespersonSuccessionHandlers,
    EndAffiliationsOfErasedAccount,
    OrganisationGroupsService,
    OrganisationFieldsForViewerService,
    OrganisationPersonMapper,
    OrganisationSearchService,
    OrganisationsDataClasses,
    OrganisationsDataExport,
    OrganisationsJobs,
    OrganisationChangeNotifier,
  ],
  exports: SERVICES,
})
export class OrganisationsModule {
  constructor(subjects: PolicySubjects, realtime: RealtimeService) {
    realtime.watchable(ORGANISATION_PAGE_ROOM.key, 'Organisation');
    subjects.register('Organisation', Organisation, ORGANISATION_SUBJECT);
    subjects.register('Affiliation', Affiliation, AFFILIATION_SUBJECT);
    subjects.register(
      'OrganisationInvitation',
      OrganisationInvitation,
      ORGANISATION_INVITATION_SUBJECT,
    );
  }
}
