import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { RightsChangeCallbacks } from '#members/rights-change-callbacks.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { ASSIGNMENT_RETENTION } from '../requests/case-retention.js';
import { Interpretation } from './interpreters/interpretation.entity.js';
import { InterpretersService } from './interpreters/interpreters.service.js';
import { CallAvailabilityService } from './call-availability.service.js';

/** Deletes availability together with the duty, and interpreters with their standing. */
@Injectable()
export class CallsDataClasses implements OnModuleInit {
  constructor(
    private readonly rights: RightsChangeCallbacks,
    private readonly classes: DataClassesService,
    private readonly availability: CallAvailabilityService,
    private readonly interpreters: InterpretersService,
    private readonly erasers: AccountErasersService,
    private readonly db: Database,
  ) {}

  onModuleInit() {
    this.rights.register(async ({ accountId }) => {
      await this.interpreters.afterRightsChange(accountId);
      await this.availability.deleteWithoutDuty(accountId);
    });
    this.erasers.register((accountId) => this.interpreters.delete(accountId));
    this.classes.define({
      ...{ name: 'interpretation', owner: DataOwner.support, purpose: DataPurpose.consistency },
      lasts: ASSIGNMENT_RETENTION,
      destroy: async (before) =>
        (await this.db.repo(Interpretation).delete({ endedAt: LessThanOrEqual(before) }))
          .affected ?? 0,
    });
    this.classes.define({
      ...{ name: 'availability', owner: DataOwner.support, purpose: DataPurpose.supporting },
      lasts: 0,
      destroy: () => this.availability.deleteWithoutDuty(),
    });
  }
}
