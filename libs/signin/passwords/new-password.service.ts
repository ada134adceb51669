import { Injectable } from '@nestjs/common';
import { AccountsService, type Credential } from '#members/accounts.service.js';
import { KnownDevicesService } from '#members/sessions/known-devices.service.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { StandingService } from '#members/standing.service.js';
import { MailsService } from '../accounts/mails.service.js';
import { PendingRequestsService } from '../accounts/pending-requests.service.js';

/** The session and the browser in which a password is changed: they stay. */
interface Spared {
  readonly sessionId?: string | undefined;
  readonly device?: string | undefined;
}

/** What follows from a new password, whichever way it came. */
@Injectable()
export class NewPasswordService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevicesService,
    private readonly pending: PendingRequestsService,
    private readonly mails: MailsService,
    private readonly standing: StandingService,
  ) {}

  /**
   * Stores the hash, and ends what the password before gave access to: every other session and known browser, mailed
   * links, a change of address or a deletion that is pending, and the recovery phrase where it is no longer needed. The
   * owner is told by mail. `spared` is the session and browser in which it was changed. Inside write().
   */
  async keep(accountId: string, passwordHash: string, spared: Spared = {}): Promise<void> {
    await this.accounts.update(accountId, { passwordHash });
    await this.accounts.endReturnWords(accountId);
    await this.endEarlierAccess(accountId, spared);
    await this.mails.tellOfAccount(accountId);
  }

  /** As `keep`, for an applicant who had none and has no address yet: the recovery phrase stays. Inside write(). */
  async keepFirst(accountId: string, passwordHash: string, spared: Spared): Promise<void> {
    await this.accounts.update(accountId, { passwordHash });
    await this.endEarlierAccess(accountId, spared);
  }

  /** As `keep`, for whoever proved to have the one before; Unauthenticated when it was replaced since. */
  async replace(proved: Credential, passwordHash: string, spared: Spared): Promise<void> {
    await this.accounts.hold(proved);
    await this.keep(proved.id, passwordHash, spared);
  }

  /** After a year away: a member again, on probation as anybody who is new. */
  comeBack(accountId: string): Promise<void> {
    return this.standing.comeBack(accountId);
  }

  private async endEarlierAccess(accountId: string, spared: Spared): Promise<void> {
    await this.sessions.endAll(accountId, 'password-changed', spared.sessionId);
    await this.devices.forget(accountId, spared.device);
    await this.pending.cancelAll(accountId);
  }
}
