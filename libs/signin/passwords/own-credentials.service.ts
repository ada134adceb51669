import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Account } from '#members/account.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { AddressesService } from '../accounts/addresses.service.js';
import { CredentialsService } from './credentials.service.js';
import { emailOrInvalid } from '../accounts/email.js';
import { NewPasswordService } from './new-password.service.js';
import { PasswordsService } from './passwords.service.js';

/** A person changes their own password or address. Each asks for the password again, so that it is bound to the act. */
@Injectable()
export class OwnCredentialsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly credentials: CredentialsService,
    private readonly passwords: PasswordsService,
    private readonly newPassword: NewPasswordService,
    private readonly addresses: AddressesService,
  ) {}

  /** Ends every other session; `device` is this browser's mark, which stays known. */
  async changePassword(viewer: Viewer, current: string, next: string, device?: string) {
    const { accountId, sessionId } = viewer;
    await this.access.load(Account, accountId, viewer, 'changePassword');
    const proved = await this.credentials.assertOwn(accountId, current, 'currentPassword');
    const hash = await this.passwords.choose(next, { accountId }, 'newPassword');
    await this.db.write(() => this.newPassword.replace(proved, hash, { sessionId, device }));
  }

  /** Mails a link to the new address; until it is used the old one stays. */
  async changeAddress(viewer: Viewer, given: string, password: string): Promise<void> {
    await this.access.load(Account, viewer.accountId, viewer, 'changeAddress');
    const email = emailOrInvalid(given);
    const proved = await this.credentials.assertOwn(viewer.accountId, password);
    await this.addresses.askToChange(proved, email);
  }
}
