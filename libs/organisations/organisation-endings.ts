import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ErasersService } from '#signin/accounts/erasers.service.js';
import { AffiliationsService } from './affiliations.service.js';

/** An account that goes leaves its organisations first, so that each finds who speaks for it. */
@Injectable()
export class OrganisationEndings implements OnModuleInit {
  constructor(
    private readonly erasers: ErasersService,
    private readonly affiliations: AffiliationsService,
  ) {}

  onModuleInit() {
    this.erasers.register((accountId) => this.affiliations.endAllOf(accountId));
  }
}
