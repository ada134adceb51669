import { Injectable } from '@nestjs/common';
import { AccountsService, type VerifiedCredential } from '#members/accounts.service.js';
import { KnownDevicesService } from '#members/sessions/known-devices.service.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { StandingService } from '#members/standing.service.js';
import { AccountMailsService } from '../accounts/account-mails.service.js';
import { PendingAccountRequestsService } from '../accounts/pending-account-requests.service.js';

/** The session and browser that stay signed in. */
interface Spared {
  readonly sessionId?: string | undefined;
  readonly device?: string | undefined;
}

/** Applies the consequences of a new password, however it was set. */
@Injectable()
export class NewPasswordService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevicesService,
    private readonly pending: PendingAccountRequestsService,
    private readonly mails: AccountMailsService,
    private readonly standing: StandingService,
  ) {}

  /**
   * Stores the hash and ends the access that the old password gave: all other sessions and known browsers, mailed
   * links, a pending change of address or deletion, and a recovery phrase that is no longer needed. Notifies the owner
   * by mail. `spared` names the current session and browser. Must run in a transaction.
   */
  async keep(accountId: string, passwordHash: string, spared: Spared = {}): Promise<void> {
    await this.accounts.update(accountId, { passwordHash });
    await this.accounts.endRecoveryPhrase(accountId);
    await this.endEarlierAccess(accountId, spared);
    await this.mails.tellOfAccount(accountId);
  }

  /**
   * Like `keep`, for an applicant who had no password. The address of the applicant is not confirmed, so the recovery
   * phrase stays valid. Must run in a transaction.
   */
  async keepFirst(accountId: string, passwordHash: string, spared: Spared): Promise<void> {
    await this.accounts.update(accountId, { passwordHash });
    await this.endEarlierAccess(accountId, spared);
  }

  /**
   * Like `keep`, for a requester who proved the old password. Throws Unauthenticated if the password was changed since.
   * Must run in a transaction.
   */
  async replace(proved: VerifiedCredential, passwordHash: string, spared: Spared): Promise<void> {
    await this.accounts.lockVerified(proved);
    await this.keep(proved.id, passwordHash, spared);
  }

  /** Makes an inactive account a member again, with a new probation. */
  comeBack(accountId: string): Promise<void> {
    return this.standing.comeBack(accountId);
  }

  private async endEarlierAccess(accountId: string, spared: Spared): Promise<void> {
    await this.sessions.endAll(accountId, 'password-changed', spared.sessionId);
    await this.devices.forget(accountId, spared.device);
    await this.pending.cancelAll(accountId);
  }
}
