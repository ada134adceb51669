import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Language } from '#kernel/language.js';
import { Account } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import type { Viewer } from '#policy/viewer.js';

/** Settings of the viewer's own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
  ) {}

  async setLanguage(viewer: Viewer, language: Language): Promise<Account> {
    await this.accounts.setLanguage(viewer.accountId, language);
    return this.accounts.get(viewer.accountId);
  }

  /** Sets the maximum duration of sessions. It can only shorten the default, and also applies to open sessions. */
  async setSessionDays(viewer: Viewer, sessionDays: number | null): Promise<Account> {
    return this.db.write(async () => {
      await this.access.load(Account, viewer.accountId, viewer, 'read');
      await this.accounts.update(viewer.accountId, { sessionDays });
      await this.sessions.shorten(viewer.accountId);
      return this.accounts.get(viewer.accountId);
    });
  }
}
