import { Injectable } from '@nestjs/common';
import { Job } from '#events/on.decorator.js';
import { ClaimsService } from './reviews/claims.service.js';

@Injectable()
export class VettingJobs {
  constructor(private readonly claims: ClaimsService) {}

  /** Deletes expired claims, which frees their seats for other reviewers. */
  @Job({ name: 'vetting.endClaims', cron: '* * * * *' })
  endClaims(): Promise<void> {
    return this.claims.sweep();
  }
}
