import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MembershipsService } from '#members/memberships.service.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';

/** Ends the memberships of an account before it is erased, so that each group gets a new steward. */
@Injectable()
export class EndMembershipsOfErasedAccount implements OnModuleInit {
  constructor(
    private readonly erasers: AccountErasersService,
    private readonly memberships: MembershipsService,
  ) {}

  onModuleInit() {
    this.erasers.register(async (accountId) => {
      const all = await this.memberships.activeOfAccount(accountId);
      for (const membership of all) await this.memberships.end(membership);
    });
  }
}
