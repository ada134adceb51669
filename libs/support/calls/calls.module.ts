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
import { PastCallsResolver } from './past-calls.resolver.js';
import { PastCallsService } from './past-calls.service.js';
import { IntroductoryCallsResolver } from './introductory-calls.resolver.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { ChooseInterpreter } from './interpreters/choose-interpreter.js';
import { FittingInterpretersService } from './interpreters/fitting-interpreters.service.js';
import { Interpretation } from './interpreters/interpretation.entity.js';
import { InterpretationsService } from './interpreters/interpretations.service.js';
import { InterpretersHandlers } from './interpreters/interpreters.handlers.js';
import { InterpretersResolver } from './interpreters/interpreters.resolver.js';
import { InterpretersService } from './interpreters/interpreters.service.js';
import { WithdrawInterpreter } from './interpreters/withdraw-interpreter.js';
import { LinkTemplateResolver } from './links/link-template.resolver.js';
import { LinkTemplateSetting } from './links/link-template-setting.service.js';

const SERVICES = [
  ...[BookCall, CallAvailabilityService, CallOutcomes, CallSlotsService, CallViewsService],
  ...[BookedCalls, CallLinkService, EndCall, LinkTemplateSetting],
  ...[ChooseInterpreter, FittingInterpretersService, InterpretationsService],
  ...[InterpretersService, WithdrawInterpreter],
];

/** The availability of supporters and interpreters, and introductory calls. */
@Module({
  imports: [
    ...[AccessModule, EventsModule, MembersModule, RetentionModule, SigninModule],
    ...[RealtimeModule, SettingsModule, SupportRequestsModule],
  ],
  providers: [
    ...[CallAvailabilityResolver, IntroductoryCallsResolver, InterpretersResolver],
    ...[PastCallsResolver, PastCallsService],
    ...[LinkTemplateResolver, InterpretersHandlers],
    ...[...SERVICES, CallJobs, CallsDataClasses, CallsDataExport],
  ],
  exports: SERVICES,
})
export class SupportCallsModule {
  constructor(subjects: PolicySubjects) {
    subjects.register('Interpretation', Interpretation, {
      table: 'interpretation',
      columns: { accountId: { sql: 'account_id' }, state: { sql: 'state' } },
      sets: {
        recusedIds: {
          table: 'case_tie',
          on: '{it}.request_id = {row}.request_id',
          value: 'account_id',
        },
      },
    });
  }
}
