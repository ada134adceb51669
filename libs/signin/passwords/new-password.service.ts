import { Injectable } from '@nestjs/common';
import { AccountsService } from '#members/accounts.service.js';
import { KnownDevicesService } from '#members/sessions/known-devices.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { StandingService } from '#members/standing.service.js';
import { MailsService } from '../accounts/mails.service.js';

/** What follows from a new password, whichever way it came. */
@Injectable()
export class NewPasswordService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevicesService,
    private readonly links: MailLinksService,
    private readonly mails: MailsService,
    private readonly standing: StandingService,
  ) {}

  /**
   * Keeps the hash; every other session, known browser and reset link of the account is over, and its owner is told by mail.
   * `spared` is the session and browser in which it was changed. Inside write().
   */
  async keep(
    accountId: string,
    passwordHash: string,
    spared: { sessionId?: string | undefined; device?: string | undefined } = {},
  ): Promise<void> {
    await this.accounts.update(accountId, { passwordHash });
    await this.sessions.endAll(accountId, 'password-changed', spared.sessionId);
    await this.devices.forget(accountId, spared.device);
    await this.links.cancel(accountId, 'reset-password');
    await this.mails.tellNews(accountId);
  }

  /** After a year away: a member again, on probation as anybody who is new. Inside write(). */
  comeBack(accountId: string): Promise<void> {
    return this.standing.comeBack(accountId);
  }
}
