import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { TwoPersonActs } from '#audit/two-person-acts.js';
import { Database } from '#database/database.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutiesService } from '#members/duties.service.js';
import type { Duty, DutyName } from '#members/duty.entity.js';
import { MailLinksService } from '#members/mail-links.service.js';
import type { Viewer } from '#policy/viewer.js';

const PURPOSE = 'set-up';

/** Seats of staff that are made after the founding. Each is taken with a single-use link that is shown once. */
@Injectable()
export class StaffSeats {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly duties: DutiesService,
    private readonly links: MailLinksService,
    private readonly acts: TwoPersonActs,
    private readonly audit: AuditService,
  ) {}

  /** An account without a password, and a link for it that has no secret yet. Inside write(). */
  async make(duty: DutyName, knownAs: string): Promise<Duty> {
    const { id } = await this.accounts.create({ standing: Standing.staff });
    const [made] = await this.duties.give(id, [duty], knownAs);
    await this.links.make(id, PURPOSE);
    return made!;
  }

  /**
   * The secret of the link, once, for the administrator who asked for the seat: they hand it over in person. Conflict
   * `staff.linkTaken` the second time, or when its 72 hours are over.
   */
  async takeLink(viewer: Viewer, actId: string): Promise<string> {
    return this.db.write(async () => {
      const { requestedById, aboutId, state } = await this.acts.one(viewer, actId);
      const isTheirs = requestedById === viewer.accountId && state === 'approved' && aboutId;
      if (!isTheirs) throw new NotFound();
      const link = await this.links.pendingOf(aboutId, PURPOSE);
      if (!link || link.tokenHash) throw new Conflict('staff.linkTaken');
      const about = { subjectType: 'Account', subjectId: aboutId, aboutId } as const;
      await this.audit.record(viewer, { action: 'takeLink', ...about, duty: 'administer' });
      return this.links.giveSecret(link.id);
    });
  }

  /** Seats that nobody took while their link lived are gone; whoever still wants one asks again. Gives how many. */
  async removeEmpty(): Promise<number> {
    let count = 0;
    for (const accountId of await this.accounts.emptyStaffSeats()) {
      await this.db.write(async () => {
        if (await this.links.pendingOf(accountId, PURPOSE)) return;
        await this.accounts.remove(accountId);
        count += 1;
      });
    }
    return count;
  }
}
