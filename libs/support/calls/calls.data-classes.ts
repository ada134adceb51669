import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RightsChangeCallbacks } from '#members/rights-change-callbacks.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { CallAvailabilityService } from './call-availability.service.js';

/** Deletes availability together with the duty. */
@Injectable()
export class CallsDataClasses implements OnModuleInit {
  constructor(
    private readonly rights: RightsChangeCallbacks,
    private readonly classes: DataClassesService,
    private readonly availability: CallAvailabilityService,
  ) {}

  onModuleInit() {
    this.rights.register(async ({ accountId }) => {
      await this.availability.deleteWithoutDuty(accountId);
    });
    this.classes.define({
      ...{ name: 'availability', owner: DataOwner.support, purpose: DataPurpose.supporting },
      lasts: 0,
      destroy: () => this.availability.deleteWithoutDuty(),
    });
  }
}
