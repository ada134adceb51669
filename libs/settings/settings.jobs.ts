import { Injectable } from '@nestjs/common';
import { Job } from '#events/on.decorator.js';
import { SettingsService } from './settings.service.js';
import { StaffInvitations } from './duties/staff-invitations.js';

@Injectable()
export class SettingsJobs {
  constructor(
    private readonly seats: StaffInvitations,
    private readonly settings: SettingsService,
  ) {}

  /** Detects the tenth member past probation, even if nobody opens an application. */
  @Job({ name: 'settings.vouchRule', cron: '17 * * * *' })
  async lookAtVouchRule(): Promise<void> {
    await this.settings.vouchRule();
  }

  @Job({ name: 'settings.emptySeats', destroys: true, cron: '47 3 * * *' })
  async removeEmptySeats(): Promise<void> {
    await this.seats.removeEmpty();
  }
}
