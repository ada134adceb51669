import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { DutyName } from '#members/duty.entity.js';
import { type RightsChange, RightsChangeCallbacks } from '#members/rights-change-callbacks.js';
import { PublicSettingsService } from '#settings/public-settings.service.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';

/** Invalidates the public settings when an account gains or loses the right to support. */
@Injectable()
export class PublicAvailability implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly rights: RightsChangeCallbacks,
    private readonly erasers: AccountErasersService,
    private readonly published: PublicSettingsService,
  ) {}

  onModuleInit() {
    this.rights.register((change) => this.afterChange(change));
    this.erasers.register((accountId) => this.afterChange({ accountId }));
  }

  private async afterChange({ accountId, takenDuty }: RightsChange): Promise<void> {
    if (takenDuty === DutyName.support || (await this.hasDuty(accountId)))
      this.published.invalidate();
  }

  private async hasDuty(accountId: string): Promise<boolean> {
    const sql = `select 1 from duty where account_id = $1 and name = 'support'`;
    return (await this.db.query(sql, [accountId])).length > 0;
  }
}
