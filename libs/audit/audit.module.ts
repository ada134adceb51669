import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { AuditReader } from './audit-reader.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditService } from './audit.service.js';
import { AuditSubjects } from './audit.subjects.js';

@Module({
  imports: [AccessModule],
  providers: [AuditReader, AuditResolver, AuditService, AuditSubjects],
  exports: [AuditService],
})
export class AuditModule {}
