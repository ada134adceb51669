import { Injectable } from '@nestjs/common';
import { Job } from '#events/on.decorator.js';
import { AuditChain } from './chain/audit-chain.service.js';
import { AuditHeads } from './chain/audit-heads.js';

@Injectable()
export class AuditJobs {
  constructor(
    private readonly chain: AuditChain,
    private readonly heads: AuditHeads,
  ) {}

  /** Writes down where the chain ends, outside the database: a chain alone does not show that its end was cut off. */
  @Job({ name: 'audit.keepHead', cron: '7 2 * * *' })
  async keepHead(): Promise<void> {
    await this.heads.keep(await this.chain.head());
  }
}
