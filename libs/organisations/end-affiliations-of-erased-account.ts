import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { AffiliationsService } from './affiliations.service.js';

/** Ends the affiliations of an account before it is erased, so that each organisation gets a new spokesperson. */
@Injectable()
export class EndAffiliationsOfErasedAccount implements OnModuleInit {
  constructor(
    private readonly erasers: AccountErasersService,
    private readonly affiliations: AffiliationsService,
  ) {}

  onModuleInit() {
    this.erasers.register((accountId) => this.affiliations.endAllOf(accountId));
  }
}
