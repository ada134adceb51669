import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Forbidden, Invalid, TooMany } from '#kernel/errors.js';
import { hashToken, newToken } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { Invitation } from './invitation.entity.js';
import type { InvitationWithLink } from './application-invitation.view.js';
import type { ApplicationInvitationInput } from './application-invitation.inputs.js';

const MOST_OPEN = 3;
const LASTS = 14 * DAY;

/** Links with which one person may apply. An expired and an unknown link get the same response. */
@Injectable()
export class ApplicationInvitationsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Creates an invitation. Only this response contains its link. */
  make(
    viewer: Viewer,
    { language, note }: ApplicationInvitationInput,
  ): Promise<InvitationWithLink> {
    this.access.allow(viewer, 'make', 'Invitation');
    const code = newToken();
    return this.db.write(async () => {
      // Lock the account first, so that concurrent requests cannot exceed the limit.
      await this.db.query('select 1 from account where id = $1 for no key update', [
        viewer.accountId,
      ]);
      if ((await this.left(viewer)) === 0) throw new TooMany('invitation.tooMany');
      const invitations = this.db.repo(Invitation);
      const invitation = await invitations.save(
        invitations.create({
          inviterId: viewer.accountId,
          codeHash: hashToken(code),
          createdAt: this.clock.now(),
          language,
          note,
          endsAt: this.clock.in(LASTS),
          revokedAt: null,
          usedAt: null,
          applicationId: null,
        }),
      );
      return { invitation, path: `/${language}/join?invitation=${code}` };
    });
  }

  /** Revokes one of the viewer's invitations. Throws Forbidden unless it is open. */
  revoke(viewer: Viewer, id: string): Promise<Invitation> {
    return this.db.write(async () => {
      const invitation = await this.access.load(Invitation, id, viewer, 'revoke');
      if (!this.isOpen(invitation)) throw new Forbidden('invitation.ended');
      const change = { revokedAt: this.clock.now(), note: null };
      await this.db.repo(Invitation).update(id, change);
      return Object.assign(invitation, change);
    });
  }

  /** Revokes all open invitations of an account whose membership ended. */
  async revokeAllOf(inviterId: string): Promise<void> {
    this.db.assertWriting();
    const open = { inviterId, usedAt: IsNull(), revokedAt: IsNull() };
    const change = { revokedAt: this.clock.now(), note: null };
    await this.db.repo(Invitation).update(open, change);
  }

  /** The viewer's invitations that have not expired, used or not; newest first. */
  listOwn(viewer: Viewer): Promise<Invitation[]> {
    return this.access
      .list(Invitation, viewer)
      .andWhere('it.ends_at > :now', { now: this.clock.now() })
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .getMany();
  }

  /** How many more invitations the viewer may create now. */
  async left(viewer: Viewer): Promise<number> {
    const open = (await this.listOwn(viewer)).filter((one) => this.isOpen(one));
    return Math.max(0, MOST_OPEN - open.length);
  }

  /** Whether the invitation can still be used. */
  isOpen({ usedAt, revokedAt, endsAt }: Invitation): boolean {
    return usedAt === null && revokedAt === null && endsAt > this.clock.now();
  }

  /** The invitation with this code if the viewer may apply with it, else null. */
  find(viewer: Viewer, code: string): Promise<Invitation | null> {
    return this.admitting(viewer, code).getOne();
  }

  /**
   * Marks an invitation as used by an application. Locks the row, so only one application can use it. Throws Invalid if
   * it is not usable.
   */
  async use(viewer: Viewer, code: string, applicationId: string): Promise<void> {
    this.db.assertWriting();
    const found = await this.admitting(viewer, code).setLock('pessimistic_write').getOne();
    if (!found) throw new Invalid('input', { invitation: 'invitationOver' });
    const usedAt = this.clock.now();
    await this.db.repo(Invitation).update(found.id, { usedAt, applicationId });
  }

  private admitting(viewer: Viewer, code: string) {
    return this.access
      .list(Invitation, viewer, 'admit')
      .andWhere('it.code_hash = :hash', { hash: hashToken(code) })
      .andWhere('it.ends_at > :now', { now: this.clock.now() });
  }
}
