import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Invalid } from '#kernel/errors.js';
import { Account } from '#members/account.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { EmailAddressesService } from '../accounts/email-addresses.service.js';
import { CredentialsService } from './credentials.service.js';
import { parseEmailOrThrow } from '../accounts/parse-email.js';
import { NewPasswordService } from './new-password.service.js';
import { PasswordsService } from './passwords.service.js';

/** Changes the viewer's own password or address, which requires the current password, or cancels a change of address. */
@Injectable()
export class OwnCredentialsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly credentials: CredentialsService,
    private readonly passwords: PasswordsService,
    private readonly newPassword: NewPasswordService,
    private readonly addresses: EmailAddressesService,
  ) {}

  /**
   * Ends every other session. `device` is this browser's device token, which stays known. Throws Invalid if the new
   * password equals the current one.
   */
  async changePassword(viewer: Viewer, current: string, next: string, device?: string) {
    const { accountId, sessionId } = viewer;
    await this.access.load(Account, accountId, viewer, 'changePassword');
    const proved = await this.credentials.assertOwn(accountId, current, 'currentPassword');
    if (next.normalize('NFC') === current.normalize('NFC')) {
      throw new Invalid('input', { newPassword: 'passwordSame' });
    }
    const hash = await this.passwords.choose(next, { accountId }, 'newPassword');
    await this.db.write(() => this.newPassword.replace(proved, hash, { sessionId, device }));
  }

  /** Mails a link to the new address. The old address stays until the link is used. */
  async changeAddress(viewer: Viewer, given: string, password: string): Promise<void> {
    await this.access.load(Account, viewer.accountId, viewer, 'changeAddress');
    const email = parseEmailOrThrow(given);
    const proved = await this.credentials.assertOwn(viewer.accountId, password);
    await this.addresses.askToChange(proved, email);
  }

  /** Needs no password, because the address stays as it is. */
  async cancelAddressChange(viewer: Viewer): Promise<void> {
    await this.access.load(Account, viewer.accountId, viewer, 'changeAddress');
    await this.addresses.cancelChange(viewer.accountId);
  }
}
