import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RightsChangeCallbacks } from '#members/rights-change-callbacks.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { PartnerParts } from './partner-parts.js';

/** Ends the parts of a former member in the cases of others, and all parts around an account that is deleted. */
@Injectable()
export class PartnerRights implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly rights: RightsChangeCallbacks,
    private readonly erasers: AccountErasersService,
    private readonly parts: PartnerParts,
  ) {}

  onModuleInit() {
    this.rights.register(({ accountId }) => this.endOfFormer(accountId));
    this.erasers.register(async (accountId) => {
      await this.parts.endOfAccount(accountId);
      await this.parts.endForRequester(accountId);
    });
  }

  private async endOfFormer(accountId: string): Promise<void> {
    const former = `select 1 from account where id = $1 and standing = 'former'`;
    if ((await this.db.query(former, [accountId])).length > 0)
      await this.parts.endOfAccount(accountId);
  }
}
