import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { AuditChain } from './audit-chain.service.js';
import { AuditHeads } from './audit-heads.js';
import { AuditJobs } from './audit.jobs.js';
import { AuditReader } from './audit-reader.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditService } from './audit.service.js';
import { AuditSubjects } from './audit.subjects.js';
import { ChainResolver } from './chain.resolver.js';
import { ChainVerifier } from './chain-verifier.js';

@Module({
  imports: [AccessModule],
  providers: [
    AuditChain,
    AuditHeads,
    AuditJobs,
    AuditReader,
    AuditResolver,
    AuditService,
    AuditSubjects,
    ChainResolver,
    ChainVerifier,
  ],
  exports: [AuditService],
})
export class AuditModule {}
