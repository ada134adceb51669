import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { RightsChangeCallbacks } from '#members/rights-change-callbacks.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { HelperParts } from './helper-parts.js';

/** Ends the parts of outside helpers who are no longer members, whose day passed, or whose requester is deleted. */
@Injectable()
export class HelperRights implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly rights: RightsChangeCallbacks,
    private readonly erasers: AccountErasersService,
    private readonly parts: HelperParts,
  ) {}

  onModuleInit() {
    this.rights.register(({ accountId }) => this.endIfNoMember(accountId));
    this.erasers.register(async (accountId) => {
      await this.parts.endOfAccount(accountId);
      await this.parts.endForRequester(accountId);
    });
  }

  /** Rights end with the day, by the view `case_thread_reader`; this closes open pages and records the end. */
  @Job({ name: 'support.endHelpers', cron: '* * * * *' })
  async run(): Promise<void> {
    await this.db.write(() => this.parts.endExpired());
  }

  private async endIfNoMember(accountId: string): Promise<void> {
    const left = `select 1 from account where id = $1 and standing <> 'member'`;
    if ((await this.db.query(left, [accountId])).length > 0)
      await this.parts.endOfAccount(accountId);
  }
}
