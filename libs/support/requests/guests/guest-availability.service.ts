import { Injectable } from '@nestjs/common';
import { Conflict, Forbidden } from '#kernel/errors.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { SettingsService } from '#settings/settings.service.js';
import { SupportAvailabilityService } from '../support-availability.service.js';

/** Answers whether people without an account can ask now. */
@Injectable()
export class GuestAvailabilityService {
  constructor(
    private readonly settings: SettingsService,
    private readonly availability: SupportAvailabilityService,
  ) {}

  /** Whether the viewer asks from an account; guests and people without a session do not. */
  hasAccount(viewer: Viewer): boolean {
    return !abilityOf(viewer).mayEver('makeAsGuest', 'SupportRequest');
  }

  /** Why the viewer cannot ask without an account now, as the reason of a refusal; null while they can. */
  async closedBecause(viewer: Viewer): Promise<string | null> {
    if (this.hasAccount(viewer)) return 'support.haveAccount';
    if (!(await this.settings.canAskWithoutAccount())) return 'support.accountNeeded';
    return this.availability.closedBecause();
  }

  /** Throws Forbidden for a viewer who has an account, from which they ask. */
  assertNoAccount(viewer: Viewer): void {
    if (this.hasAccount(viewer)) throw new Forbidden('support.haveAccount');
  }

  async assertOpen(): Promise<void> {
    if (!(await this.settings.canAskWithoutAccount())) throw new Conflict('support.accountNeeded');
    await this.availability.assertOpen();
  }
}
