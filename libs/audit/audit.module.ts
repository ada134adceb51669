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
import { TwoPersonActReader } from './two-person/two-person-act-reader.js';
import { TwoPersonJobs } from './two-person/two-person.jobs.js';
import { TwoPersonActKinds } from './two-person/two-person-act-kinds.js';
import { TwoPersonParties } from './two-person/two-person-parties.js';
import { TwoPersonActWriter } from './two-person/two-person-act-writer.js';
import { TwoPersonResolver } from './two-person/two-person.resolver.js';
import { TwoPersonService } from './two-person/two-person.service.js';

const CHAIN = [AuditChain, AuditHeads, AuditJobs, ChainResolver, ChainVerifier];
const TWO_PERSON = [
  TwoPersonDecisions,
  TwoPersonActReader,
  TwoPersonJobs,
  TwoPersonActKinds,
  TwoPersonParties,
  TwoPersonActWriter,
  TwoPersonResolver,
  TwoPersonService,
];

@Module({
  imports: [AccessModule, EventsModule, MembersModule, RealtimeModule],
  providers: [AuditReader, AuditResolver, AuditService, AuditSubjects, ...CHAIN, ...TWO_PERSON],
  exports: [
    AuditService,
    TwoPersonDecisions,
    TwoPersonActReader,
    TwoPersonActKinds,
    TwoPersonParties,
    TwoPersonService,
  ],
})
export class AuditModule {}
