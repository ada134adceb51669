import { Injectable } from '@nestjs/common';
import { Job } from '#events/on.decorator.js';
import { StaffSeats } from './staff-seats.js';

@Injectable()
export class SettingsJobs {
  constructor(private readonly seats: StaffSeats) {}

  @Job({ name: 'settings.emptySeats', cron: '47 3 * * *' })
  async removeEmptySeats(): Promise<void> {
    await this.seats.removeEmpty();
  }
}
