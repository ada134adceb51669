import { Module } from '@nestjs/common';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { MembersModule } from '#members/members.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { DecoyAlarmsService } from './decoy-alarms.service.js';
import { DecoyOpeningsService } from './decoy-openings.service.js';
import { DecoysService } from './decoys.service.js';
import { DecoysJobs } from './decoys.jobs.js';
import { DecoysResolver } from './decoys.resolver.js';
import { ProfilesModule } from '../profiles.module.js';

/** Decoys: fictitious profiles that reveal accounts which collect data about members. */
@Module({
  imports: [
    AuditModule,
    EventsModule,
    MembersModule,
    ProfilesModule,
    RetentionModule,
    SigninModule,
  ],
  providers: [DecoyAlarmsService, DecoyOpeningsService, DecoysService, DecoysJobs, DecoysResolver],
  exports: [DecoysService],
})
export class DecoysModule {}
