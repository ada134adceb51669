import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { hashToken, newToken } from '#kernel/ids.js';
import { PasswordConfirmationsService } from '#members/sessions/password-confirmations.service.js';
import type { Viewer } from '#policy/viewer.js';
import { DutyCode } from './duty-code.entity.js';

const LASTS = 72 * HOUR;

/** Codes by which members agree to get a duty. A code never tells an administrator whose it is. */
@Injectable()
export class DutyCodesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: AccessService,
    private readonly confirmations: PasswordConfirmationsService,
  ) {}

  /**
   * Creates a code, which replaces the viewer's earlier code. Only this call returns the text of the code. Requires a
   * recent password confirmation.
   */
  async make(viewer: Viewer): Promise<{ code: string; endsAt: Date }> {
    this.access.allow(viewer, 'make', 'DutyCode');
    await this.confirmations.assertFresh(viewer);
    const code = newToken();
    const endsAt = this.clock.in(LASTS);
    const { accountId } = viewer;
    await this.db.write(async () => {
      await this.db.repo(DutyCode).delete({ accountId });
      const made = { accountId, codeHash: hashToken(code), endsAt, usedAt: null };
      await this.db.repo(DutyCode).insert(made);
    });
    return { code, endsAt };
  }

  /** The viewer's own valid code, without its text. */
  mine(viewer: Viewer): Promise<DutyCode | null> {
    return this.access
      .list(DutyCode, viewer)
      .andWhere('it.used_at is null and it.ends_at > :now', { now: this.clock.now() })
      .getOne();
  }

  async revoke(viewer: Viewer, id: string): Promise<void> {
    await this.db.write(async () => {
      const code = await this.access.load(DutyCode, id, viewer, 'revoke');
      await this.db.repo(DutyCode).delete(code.id);
    });
  }

  /**
   * Finds a valid code by its text. Returns null for unknown, expired, used and revoked codes alike, and for codes of
   * accounts that are no longer members past probation.
   */
  async find(text: string): Promise<DutyCode | null> {
    const codes = this.db.repo(DutyCode);
    const code = await codes.findOneBy({ codeHash: hashToken(text), ...this.good() });
    return code && (await this.isGood(code.id, code.accountId)) ? code : null;
  }

  /** Whether this code of the account is still valid and its owner is a member past probation. */
  async isGood(id: string, accountId: string): Promise<boolean> {
    const rows = await this.db.query(
      `select 1 from duty_code c join account a on a.id = c.account_id and a.standing = 'member'
       where c.id = $1 and c.account_id = $2 and c.used_at is null and c.ends_at > $3
         and (a.probation_ends_at is null or a.probation_ends_at <= $3)`,
      [id, accountId, this.clock.now()],
    );
    return rows.length > 0;
  }

  /** Marks the code as used. Throws Conflict `duty.codeOver` if it is no longer valid. */
  async use(id: string): Promise<void> {
    this.db.assertWriting();
    const used = { usedAt: this.clock.now() };
    const { affected } = await this.db.repo(DutyCode).update({ id, ...this.good() }, used);
    if (affected !== 1) throw new Conflict('duty.codeOver');
  }

  /** Deletes codes that expired before `moment` and returns their number. */
  async removeEndedBefore(moment: Date): Promise<number> {
    const { affected } = await this.db.repo(DutyCode).delete({ endsAt: LessThan(moment) });
    return affected ?? 0;
  }

  private good() {
    return { usedAt: IsNull(), endsAt: MoreThan(this.clock.now()) };
  }
}
