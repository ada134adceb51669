import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { EventsModule } from '#events/events.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { MembersModule } from '#members/members.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { SupportRequestsModule } from '../requests/support-requests.module.js';
import { BookedCalls } from './booked-calls.js';
import { BookCall } from './book-call.js';
import { CallAvailabilityResolver } from './call-availability.resolver.js';
import { CallAvailabilityService } from './call-availability.service.js';
import { CallLinkService } from './call-link.service.js';
import { CallOutcomes } from './call-outcomes.js';
import { CallSlotsService } from './call-slots.service.js';
import { CallViewsService } from './call-views.service.js';
import { CallsDataClasses } from './calls.data-classes.js';
import { CallsDataExport } from './calls.data-export.js';
import { CallJobs } from './calls.jobs.js';
import { EndCall } from './end-call.js';
import { IntroductoryCallsResolver } from './introductory-calls.resolver.js';
import { LinkTemplateResolver } from './links/link-template.resolver.js';
import { LinkTemplateSetting } from './links/link-template-setting.service.js';

const SERVICES = [
  ...[BookCall, CallAvailabilityService, CallOutcomes, CallSlotsService, CallViewsService],
  ...[BookedCalls, CallLinkService, EndCall, LinkTemplateSetting],
];

/** The availability of supporters, and introductory calls. */
@Module({
  imports: [
    ...[AccessModule, EventsModule, MembersModule, RetentionModule, SigninModule],
    ...[SettingsModule, SupportRequestsModule],
  ],
  providers: [
    ...[CallAvailabilityResolver, IntroductoryCallsResolver, LinkTemplateResolver],
    ...[...SERVICES, CallJobs, CallsDataClasses, CallsDataExport],
  ],
  exports: SERVICES,
})
export class SupportCallsModule {}
