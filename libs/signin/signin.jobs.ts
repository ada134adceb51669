import { Injectable } from '@nestjs/common';
import { Job } from '#events/on.decorator.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { OwnAccountDeletionService } from './accounts/own-account-deletion.service.js';

/** Scheduled clean-up of sessions and accounts. */
@Injectable()
export class SigninJobs {
  constructor(
    private readonly sessions: SessionsService,
    private readonly deletion: OwnAccountDeletionService,
  ) {}

  /** Ends expired sessions every minute. A request checks its session by itself, but an open socket does not. */
  @Job({ name: 'signin.end-sessions', cron: '* * * * *' })
  async endSessionsThatAreOver(): Promise<void> {
    await this.sessions.endExpired();
  }

  @Job({ name: 'signin.delete-accounts', destroys: true, cron: '*/10 * * * *', isLong: true })
  deleteAccountsThatAreDue(): Promise<void> {
    return this.deletion.deleteDue();
  }
}
