import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Session } from '#members/sessions/session.entity.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import type { Viewer } from '#policy/viewer.js';
import { PendingAccountRequestsService } from '../accounts/pending-account-requests.service.js';
import { CredentialsService } from '../passwords/credentials.service.js';

/** The viewer's own sessions. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly pending: PendingAccountRequestsService,
    private readonly sessions: SessionsService,
    private readonly credentials: CredentialsService,
  ) {}

  /** Active sessions, last used first. */
  list(viewer: Viewer): Promise<Session[]> {
    const now = this.clock.now();
    return this.access
      .list(Session, viewer)
      .andWhere('least(it.ends_at, it.idle_ends_at) > :now', { now })
      .orderBy('it.used_at', 'DESC')
      .addOrderBy('it.id')
      .getMany();
  }

  /** Ends one session and closes its sockets on every node. */
  async end(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      await this.access.load(Session, id, viewer, 'end');
      await this.sessions.end(viewer.accountId, id, 'ended-by-owner');
    });
  }

  /** Ends all other sessions and cancels the account's pending requests, which another session may have made. */
  async endOthers({ accountId, sessionId }: Viewer): Promise<void> {
    await this.db.write(async () => {
      await this.pending.cancelAll(accountId);
      await this.sessions.endAll(accountId, 'ended-by-owner', sessionId);
    });
  }

  /** Checks the password again and allows sensitive operations in this session for ten minutes. */
  async confirm(viewer: Viewer, password: string): Promise<void> {
    await this.credentials.assertOwn(viewer.accountId, password);
    await this.sessions.confirm(viewer.sessionId);
  }
}
