import { Injectable, Logger } from '@nestjs/common';
import { AuditChainBroken } from '#audit/chain/chain.events.js';
import { On } from '#events/on.decorator.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { MailsService } from './mails.service.js';

/** Auditors and administrators see on their page what does not hold; whoever runs the instance reads it in its log. */
@Injectable()
export class TellStaffThatTheAuditBroke {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly accounts: AccountsService,
    private readonly mails: MailsService,
  ) {}

  @On(AuditChainBroken)
  async whenTheChainDoesNotHold({ count }: { count: number }): Promise<void> {
    this.logger.error(
      `the audit chain does not hold in ${count} places: npm run trama -- audit verify`,
    );
    for (const duty of [DutyName.audit, DutyName.administer]) {
      for (const id of await this.accounts.idsWithDuty(duty)) await this.mails.tellNews(id);
    }
  }
}
