import { Injectable } from '@nestjs/common';
import { Job } from '#events/on.decorator.js';
import { Clock, DAY } from '#kernel/clock.js';
import { KnownDevicesService } from '#members/known-devices.service.js';
import { MailLinksService } from '#members/mail-links.service.js';
import { SessionsService } from '#members/sessions.service.js';
import { DeletionService } from './deletion.service.js';

/** What time ends by itself. */
@Injectable()
export class Housekeeping {
  constructor(
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevicesService,
    private readonly links: MailLinksService,
    private readonly deletion: DeletionService,
  ) {}

  /** A request finds out by itself that its session is over; an open socket asks nothing. */
  @Job({ name: 'signin.end-sessions', cron: '* * * * *' })
  endSessionsThatAreOver(): Promise<void> {
    return this.sessions.endOver();
  }

  @Job({ name: 'signin.delete-accounts', cron: '*/10 * * * *' })
  deleteAccountsThatAreDue(): Promise<void> {
    return this.deletion.deleteDue();
  }

  @Job({ name: 'signin.forget', cron: '17 3 * * *' })
  async forgetOldDevicesAndLinks(): Promise<void> {
    await this.devices.forgetUnusedSince(this.clock.in(-365 * DAY));
    await this.links.removeEndedBefore(this.clock.in(-7 * DAY));
  }
}
