import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { MembersModule } from '#members/members.module.js';
import type { SubjectTableOf } from '#policy/engine/subject-table.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { JudgeReopening } from './judge-reopening.js';
import { OpenReopeningFile } from './open-reopening-file.js';
import { ReopeningDataClass } from './reopening.data-class.js';
import { Reopening } from './reopening.entity.js';
import { ReopeningDataExport } from './reopening.data-export.js';
import { ReopeningHandlers } from './reopening.handlers.js';
import { ReopeningNotifierService } from './reopening-notifier.service.js';
import { ReopeningSeatsService } from './reopening-seats.service.js';
import { ReopeningsService } from './reopenings.service.js';
import { ReopeningsResolver } from './reopenings.resolver.js';
import { VettingModule } from '../vetting.module.js';

const seats = (more = '') => ({
  table: 'reopening_seat',
  on: `{it}.reopening_id = {row}.id${more}`,
  value: 'account_id',
});

const REOPENING: SubjectTableOf<'Reopening'> = {
  table: 'reopening',
  columns: { accountId: { sql: 'account_id' }, stage: { sql: 'stage' } },
  sets: {
    assigneeIds: seats(),
    judgeIds: seats(' and {it}.says is not null'),
    tiedIds: { table: 'tie', on: '{it}.other_id = {row}.account_id', value: 'account_id' },
  },
};

const SERVICES = [
  JudgeReopening,
  OpenReopeningFile,
  ReopeningNotifierService,
  ReopeningSeatsService,
  ReopeningsService,
];

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
    VettingModule,
  ],
  providers: [
    ...SERVICES,
    ReopeningDataClass,
    ReopeningDataExport,
    ReopeningsResolver,
    ReopeningHandlers,
  ],
  exports: SERVICES,
})
export class ReopeningsModule {
  constructor(subjects: PolicySubjects) {
    subjects.register('Reopening', Reopening, REOPENING);
  }
}
