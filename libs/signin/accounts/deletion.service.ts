import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { Account } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import { AccountEndingsService } from './account-endings.service.js';
import { CredentialsService } from '../passwords/credentials.service.js';

/** From asking to be deleted until it is done: time to change one's mind, or for the owner to notice somebody else's act. */
const UNDO = 72 * HOUR;

/** A person deletes their own account. Anybody may leave, also the last who holds a duty. */
@Injectable()
export class DeletionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly accounts: AccountsService,
    private readonly credentials: CredentialsService,
    private readonly endings: AccountEndingsService,
  ) {}

  /** Asks for it; in 72 hours the account is gone. The owner is told by mail. */
  async ask(viewer: Viewer, password: string): Promise<Account> {
    await this.access.load(Account, viewer.accountId, viewer, 'delete');
    const proved = await this.credentials.assertOwn(viewer.accountId, password);
    return this.db.write(async () => {
      await this.accounts.hold(proved);
      await this.access.load(Account, viewer.accountId, viewer, 'delete');
      await this.accounts.update(viewer.accountId, { deletionDueAt: this.clock.in(UNDO) });
      await this.endings.tellOwner(viewer.accountId);
      return this.accounts.get(viewer.accountId);
    });
  }

  async undo(viewer: Viewer): Promise<Account> {
    return this.db.write(async () => {
      await this.access.load(Account, viewer.accountId, viewer, 'undoDelete');
      await this.accounts.update(viewer.accountId, { deletionDueAt: null });
      return this.accounts.get(viewer.accountId);
    });
  }

  /** Deletes the accounts that are due, each in its own transaction. Throws the first error after it tried them all. */
  async deleteDue(): Promise<void> {
    const now = this.clock.now();
    const errors: unknown[] = [];
    for (const accountId of await this.accounts.dueForDeletion(now)) {
      await this.deleteOne(accountId, now).catch((error: unknown) => errors.push(error));
    }
    if (errors.length > 0) throw errors[0];
  }

  private deleteOne(accountId: string, now: Date): Promise<void> {
    return this.db.write(async () => {
      if (await this.accounts.isDueForDeletion(accountId, now)) await this.endings.end(accountId);
    });
  }
}
