import { Injectable } from '@nestjs/common';
import { Conflict } from '#kernel/errors.js';
import { SettingsService } from '#settings/settings.service.js';
import { SupportAvailabilityService } from '../support-availability.service.js';

/** Answers whether people without an account can ask now. */
@Injectable()
export class GuestAvailabilityService {
  constructor(
    private readonly settings: SettingsService,
    private readonly availability: SupportAvailabilityService,
  ) {}

  /** Why nobody without an account can ask now, as the reason of a refusal; null while they can. */
  async closedBecause(): Promise<string | null> {
    if (!(await this.settings.canAskWithoutAccount())) return 'support.accountNeeded';
    return this.availability.closedBecause();
  }

  async assertOpen(): Promise<void> {
    if (!(await this.settings.canAskWithoutAccount())) throw new Conflict('support.accountNeeded');
    await this.availability.assertOpen();
  }
}
