import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { EventsModule } from '#events/events.module.js';
import { MembersModule } from '#members/members.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { AuditChain } from './chain/audit-chain.service.js';
import { AuditHeads } from './chain/audit-heads.js';
import { AuditJobs } from './audit.jobs.js';
import { AuditReader } from './audit-reader.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditService } from './audit.service.js';
import { AuditSubjects } from './audit.subjects.js';
import { ChainResolver } from './chain/chain.resolver.js';
import { ChainVerifier } from './chain/chain-verifier.js';
import { TwoPersonDecisions } from './two-person/two-person-decisions.js';
import { TwoPersonActs } from './two-person/two-person-acts.js';
import { TwoPersonJobs } from './two-person/two-person.jobs.js';
import { TwoPersonKinds } from './two-person/two-person-kinds.js';
import { TwoPersonParties } from './two-person/two-person-parties.js';
import { TwoPersonRecords } from './two-person/two-person-records.js';
import { TwoPersonResolver } from './two-person/two-person.resolver.js';
import { TwoPersonService } from './two-person/two-person.service.js';

const CHAIN = [AuditChain, AuditHeads, AuditJobs, ChainResolver, ChainVerifier];
const TWO_PERSON = [
  TwoPersonDecisions,
  TwoPersonActs,
  TwoPersonJobs,
  TwoPersonKinds,
  TwoPersonParties,
  TwoPersonRecords,
  TwoPersonResolver,
  TwoPersonService,
];

@Module({
  imports: [AccessModule, EventsModule, MembersModule, RealtimeModule],
  providers: [AuditReader, AuditResolver, AuditService, AuditSubjects, ...CHAIN, ...TWO_PERSON],
  exports: [
    AuditService,
    TwoPersonDecisions,
    TwoPersonActs,
    TwoPersonKinds,
    TwoPersonParties,
    TwoPersonService,
  ],
})
export class AuditModule {}
