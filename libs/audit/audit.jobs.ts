import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job, On } from '#events/on.decorator.js';
import { AuditChain } from './chain/audit-chain.service.js';
import { AuditHeads } from './chain/audit-heads.js';
import { AuditChainBroken } from './chain/chain.events.js';
import { TwoPersonActEnded } from './two-person/two-person.events.js';

@Injectable()
export class AuditJobs {
  constructor(
    private readonly chain: AuditChain,
    private readonly heads: AuditHeads,
    private readonly db: Database,
    private readonly events: EventsService,
  ) {}

  /**
   * Stores the head of the chain outside the database, because the chain alone cannot show that its end was cut off.
   */
  @Job({ name: 'audit.keepHead', cron: '*/15 * * * *' })
  async keepHead(): Promise<void> {
    await this.heads.keep(await this.chain.head());
  }

  /**
   * Stores the head at once after a two-person act, because an attacker would first cut off the entry of such an act.
   */
  @On(TwoPersonActEnded)
  keepHeadOfTwo(): Promise<void> {
    return this.keepHead();
  }

  /** Verifies the whole chain against every stored head. */
  @Job({ name: 'audit.verify', cron: '41 * * * *' })
  async verify(): Promise<void> {
    const { heads, unreadable } = await this.heads.all();
    const { faults, unnamed } = await this.chain.verify(heads);
    const count = faults.length + unnamed + unreadable;
    if (count === 0) return;
    const wrong = JSON.stringify([faults, unnamed, unreadable]);
    const mark = createHash('sha256').update(wrong).digest('base64url');
    await this.db.write(() => this.events.record(AuditChainBroken, { count, mark }));
  }
}
