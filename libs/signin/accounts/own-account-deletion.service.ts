import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { Account } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import { AccountDeletionService } from './account-deletion.service.js';
import { CredentialsService } from '../passwords/credentials.service.js';

/**
 * Delay between the request and the deletion, so that the owner can undo it, also when somebody else made the request.
 */
const UNDO = 72 * HOUR;

/** Deletes the viewer's own account. The last holder of a duty can do so too. */
@Injectable()
export class OwnAccountDeletionService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly accounts: AccountsService,
    private readonly credentials: CredentialsService,
    private readonly endings: AccountDeletionService,
  ) {}

  /** Schedules the deletion in 72 hours and notifies the owner by mail. */
  async ask(viewer: Viewer, password: string): Promise<Account> {
    await this.access.load(Account, viewer.accountId, viewer, 'delete');
    const proved = await this.credentials.assertOwn(viewer.accountId, password);
    return this.db.write(async () => {
      await this.accounts.lockVerified(proved);
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

  /**
   * Deletes the accounts that are due, each in its own transaction. Throws the first error after trying all of them.
   */
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
