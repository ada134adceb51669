import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import { KnownDevicesService } from '#members/sessions/known-devices.service.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import {
  CONTACT_QUOTA_WINDOW_MS,
  ContactQuotasService,
} from './accounts/contact-quotas.service.js';

/** Retention of sign-in data. */
@Injectable()
export class SigninDataClasses {
  constructor(
    private readonly db: Database,
    classes: DataClassesService,
    devices: KnownDevicesService,
    links: MailLinksService,
    sessions: SessionsService,
    quotas: ContactQuotasService,
  ) {
    const ofAPerson = { owner: DataOwner.person, purpose: DataPurpose.signIn };
    // A scheduled job also ends expired sessions every minute, so that no open socket outlives its session.
    classes.define({
      ...ofAPerson,
      name: 'session',
      lasts: 0,
      destroy: () => sessions.endExpired(),
    });
    classes.define({
      ...ofAPerson,
      name: 'knownDevice',
      lasts: 365 * DAY,
      destroy: (before) => devices.forgetUnusedSince(before),
    });
    classes.define({
      ...ofAPerson,
      name: 'mailLink',
      lasts: 7 * DAY,
      destroy: (before) => links.removeEndedBefore(before),
    });
    classes.define({
      name: 'quotaUse',
      owner: DataOwner.person,
      purpose: DataPurpose.insisting,
      lasts: CONTACT_QUOTA_WINDOW_MS,
      // Each quota has its own window; `lasts` is the longest.
      destroy: () => quotas.deleteEnded(),
    });
    classes.define({
      name: 'rateLimit',
      owner: DataOwner.administer,
      purpose: DataPurpose.guessing,
      lasts: 0,
      isHourly: true, // The rows contain hashes of addresses and networks. Most rows count for one hour.
      destroy: (before) => this.rateLimits(before),
    });
  }

  private async rateLimits(before: Date): Promise<number> {
    const gone = await this.db.query(
      'with gone as (delete from rate_limit where expire < $1 returning 1) select 1 from gone',
      [before.getTime()],
    );
    return gone.length;
  }
}
