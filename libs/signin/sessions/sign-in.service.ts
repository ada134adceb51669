import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEVICE_COOKIE_NAME, sessionTokenIn } from '#access/session-cookie.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Config } from '#kernel/config.js';
import { NotFound, Unauthenticated } from '#kernel/errors.js';
import { newToken } from '#kernel/ids.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService, type VerifiedCredential } from '#members/accounts.service.js';
import { KnownDevicesService } from '#members/sessions/known-devices.service.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { clearSessionCookie, setDeviceCookie, setSessionCookie } from './sign-in-cookies.js';
import { deviceLabel } from './device-label.js';

/** How many milliseconds before this request the person signed out, for a sign-out that is sent again. */
const SIGNED_OUT_AGO = 'x-trama-signed-out-ago';

/** Signs a browser in and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevicesService,
    @InjectConfig() private readonly config: Config,
  ) {}

  /**
   * Opens a new session with a new id, sets the cookies, and ends the previous session of this browser. Throws
   * Unauthenticated if the credential was replaced after the check, or if the account may no longer sign in.
   */
  async enter(proved: VerifiedCredential, req: FastifyRequest, reply: FastifyReply): Promise<void> {
    const device = sessionTokenIn(req.headers.cookie, DEVICE_COOKIE_NAME) ?? newToken();
    const { token, session } = await this.db.write(async () => {
      const account = await this.accounts.lockVerified(proved);
      if (!(await this.accounts.canOpenSession(account)))
        throw new Unauthenticated('signIn.refused');
      await this.endOf(req);
      await this.devices.remember(account.id, device);
      return this.sessions.open(account.id, deviceLabel(req.headers['user-agent']));
    });
    const lastsMs = session.endsAt.getTime() - this.clock.now().getTime();
    setSessionCookie(reply, this.config, token, lastsMs);
    setDeviceCookie(reply, this.config, device);
  }

  /**
   * Opens the session of a guest, which ends when the browser is closed. The browser is not remembered: a device must not
   * show that a case was opened on it.
   */
  async enterAsGuest(accountId: string, req: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { token } = await this.db.write(async () => {
      const account = await this.accounts.lock(accountId);
      if (account?.standing !== Standing.guest) throw new NotFound();
      await this.endOf(req);
      return this.sessions.open(accountId, '');
    });
    setSessionCookie(reply, this.config, token);
  }

  /** Stores this browser as known to the account without signing it in. */
  async know(accountId: string, req: FastifyRequest, reply: FastifyReply): Promise<void> {
    const device = sessionTokenIn(req.headers.cookie, DEVICE_COOKIE_NAME) ?? newToken();
    await this.db.write(() => this.devices.remember(accountId, device));
    setDeviceCookie(reply, this.config, device);
  }

  /**
   * Ends the session of this browser, if any, and tells the browser to clear its cache and storage. Does nothing to a
   * session that was opened in the last hour and after the sign-out which the request repeats. The limit is for devices
   * whose clock was set forward meanwhile: a page repeats the sign-out as soon as it opens.
   */
  async leave(req: FastifyRequest, reply: FastifyReply): Promise<void> {
    const agoMs = Number(req.headers[SIGNED_OUT_AGO]);
    if (await this.sessions.isOpenedWithin(req.viewer!.sessionId, agoMs)) return;
    await this.endOf(req);
    clearSessionCookie(reply, this.config);
    reply.header('clear-site-data', '"cache", "storage"');
  }

  private async endOf(req: FastifyRequest): Promise<void> {
    const { accountId, sessionId } = req.viewer!;
    await this.sessions.end(accountId, sessionId).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error; // There was no session, or the session has just ended.
    });
  }
}
