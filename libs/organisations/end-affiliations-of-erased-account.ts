import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountErasureService } from '#signin/accounts/account-erasure.service.js';
import { AffiliationsService } from './affiliations.service.js';

/** Ends the affiliations of an account before it is erased, so that each organisation gets a new spokesperson. */
@Injectable()
export class EndAffiliationsOfErasedAccount implements OnModuleInit {
  constructor(
    private readonly erasers: AccountErasureService,
    private readonly affiliations: AffiliationsService,
  ) {}

  onModuleInit() {
    this.erasers.register((accountId) => this.affiliations.endAllOf(accountId));
  }
}
