import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { Database } from '#database/database.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { formatHumanCode } from '#kernel/human-code.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutiesService } from '#members/duties.service.js';
import type { Duty, DutyName } from '#members/duty.entity.js';
import type { MailLink } from '#members/sessions/mail-link.entity.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import type { Viewer } from '#policy/viewer.js';

export const MAKE_STAFF_ACT_KIND = 'makeStaff';
const PURPOSE = 'set-up';

/**
 * Staff accounts created after the founding. Setting up such an account needs a single-use link and a code. The
 * requesting administrator gets the link, and the approving administrator gets the code. So neither of the two can set
 * up a second account alone.
 */
@Injectable()
export class StaffInvitations {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly duties: DutiesService,
    private readonly links: MailLinksService,
    private readonly acts: TwoPersonActReader,
    private readonly audit: AuditService,
  ) {}

  /**
   * Creates an account without a password, and a link whose secret and code are generated later. Must run in a
   * transaction.
   */
  async make(duty: DutyName, knownAs: string): Promise<Duty> {
    this.db.assertWriting();
    const { id } = await this.accounts.create({ standing: Standing.staff });
    const [made] = await this.duties.give(id, [duty], knownAs);
    const link = await this.links.make(id, PURPOSE);
    await this.links.askForCode(link.id);
    return made!;
  }

  /**
   * Returns the secret of the link once, to the administrator who requested the account and hands it over in person.
   * Throws Conflict `staff.linkTaken` the second time or after 72 hours, and NotFound for other administrators.
   */
  takeLink(viewer: Viewer, actId: string): Promise<string> {
    return this.db.write(async () => {
      const link = await this.linkOf(viewer, actId, 'requestedById');
      if (!link || link.tokenHash) throw new Conflict('staff.linkTaken');
      await this.say(viewer, 'takeLink', link);
      return this.links.giveSecret(link.id);
    });
  }

  /**
   * Returns the code for the link once, to the administrator who approved the request. Throws Conflict
   * `staff.codeTaken` the second time or after 72 hours, and NotFound for other administrators.
   */
  takeCode(viewer: Viewer, actId: string): Promise<string> {
    return this.db.write(async () => {
      const link = await this.linkOf(viewer, actId, 'decidedById');
      if (!link || link.codeHash) throw new Conflict('staff.codeTaken');
      await this.say(viewer, 'takeCode', link);
      return formatHumanCode(await this.links.giveCode(link.id));
    });
  }

  /** Deletes staff accounts that were not set up before their link expired, and returns their number. */
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

  /**
   * The valid link of the account, or null. Throws NotFound unless the viewer is the requester or approver named by
   * `part`.
   */
  private async linkOf(
    viewer: Viewer,
    actId: string,
    part: 'requestedById' | 'decidedById',
  ): Promise<MailLink | null> {
    const act = await this.acts.one(viewer, actId);
    const isSeat = act.kind === MAKE_STAFF_ACT_KIND && act.state === 'approved' && act.aboutId;
    if (!isSeat || act[part] !== viewer.accountId) throw new NotFound();
    return this.links.pendingOf(isSeat, PURPOSE);
  }

  private say(viewer: Viewer, action: string, { accountId }: MailLink): Promise<void> {
    const about = { subjectType: 'Account', subjectId: accountId, aboutId: accountId } as const;
    return this.audit.record(viewer, { action, ...about, duty: 'administer' });
  }
}
