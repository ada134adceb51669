import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { Subjects } from '#access/subjects.js';
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
import { FoundOrganisation } from './found-organisation.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationEndings } from './organisation-endings.js';
import { OrganisationGroups } from './organisation-groups.service.js';
import { OrganisationInside } from './organisation-inside.service.js';
import { OrganisationInvitation } from './organisation-invitation.entity.js';
import { OrganisationInvitationsResolver } from './organisation-invitations.resolver.js';
import { OrganisationInvitations } from './organisation-invitations.service.js';
import { OrganisationSearch } from './organisation-search.service.js';
import { OrganisationPeopleResolver } from './organisation-people.resolver.js';
import { OrganisationPeopleShown } from './organisation-people.shown.js';
import { OrganisationsDataClasses } from './organisations.data-classes.js';
import { OrganisationsExports } from './organisations.exports.js';
import {
  KeepOrganisationsHeld,
  ORGANISATION_ROOM,
  TellOfAnOrganisation,
} from './organisations.handlers.js';
import { OrganisationsJobs } from './organisations.jobs.js';
import { OrganisationsResolver } from './organisations.resolver.js';
import { OrganisationsService } from './organisations.service.js';
import { AFFILIATION, INVITATION, ORGANISATION } from './organisations.subjects.js';

const SERVICES = [
  FoundOrganisation,
  OrganisationsService,
  AffiliationsService,
  OrganisationInvitations,
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
    KeepOrganisationsHeld,
    OrganisationEndings,
    OrganisationGroups,
    OrganisationInside,
    OrganisationPeopleShown,
    OrganisationSearch,
    OrganisationsDataClasses,
    OrganisationsExports,
    OrganisationsJobs,
    TellOfAnOrganisation,
  ],
  exports: SERVICES,
})
export class OrganisationsModule {
  constructor(subjects: Subjects, realtime: RealtimeService) {
    realtime.watchable(ORGANISATION_ROOM.key, 'Organisation');
    subjects.register('Organisation', Organisation, ORGANISATION);
    subjects.register('Affiliation', Affiliation, AFFILIATION);
    subjects.register('OrganisationInvitation', OrganisationInvitation, INVITATION);
  }
}
