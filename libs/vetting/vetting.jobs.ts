import { Injectable } from '@nestjs/common';
import { Job } from '#events/on.decorator.js';
import { ClaimsService } from './reviews/claims.service.js';

@Injectable()
export class VettingJobs {
  constructor(private readonly claims: ClaimsService) {}

  /** Claims that ran out free their seats for whoever looks at the queue. */
  @Job({ name: 'vetting.endClaims', cron: '* * * * *' })
  endClaims(): Promise<void> {
    return this.claims.sweep();
  }
}
