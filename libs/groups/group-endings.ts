import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MembershipsService } from '#members/memberships.service.js';
import { ErasersService } from '#signin/accounts/erasers.service.js';

/** An account that goes leaves its groups first, as anybody would, so that each finds who holds it. */
@Injectable()
export class GroupEndings implements OnModuleInit {
  constructor(
    private readonly erasers: ErasersService,
    private readonly memberships: MembershipsService,
  ) {}

  onModuleInit() {
    this.erasers.register(async (accountId) => {
      const all = await this.memberships.activeOfAccount(accountId);
      for (const membership of all) await this.memberships.end(membership);
    });
  }
}
