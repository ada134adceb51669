import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { Database } from '#database/database.js';
import { ParkedJobsService } from '#events/parked-jobs.service.js';
import { DAY } from '#kernel/clock.js';
import { MailService } from '#mail/mail.service.js';
import { DutyCodesService } from '#settings/duties/duty-codes.service.js';
import { DataOwner, DataPurpose } from './data-class.view.js';
import { DataClassesService } from './data-classes.service.js';
import { Receipt } from './receipt.entity.js';

/** Data classes of this library and the libraries below it. */
@Injectable()
export class CoreDataClasses {
  constructor(
    private readonly db: Database,
    acts: TwoPersonActReader,
    codes: DutyCodesService,
    parked: ParkedJobsService,
    mail: MailService,
    classes: DataClassesService,
  ) {
    classes.define({
      name: 'dutyCode',
      owner: DataOwner.person,
      purpose: DataPurpose.oversight,
      lasts: 7 * DAY,
      destroy: (before) => codes.removeEndedBefore(before),
    });
    classes.define({
      name: 'twoPersonAct',
      owner: DataOwner.administer,
      purpose: DataPurpose.oversight,
      lasts: 14 * DAY,
      seals: ['two_person_act.payload', 'two_person_act.reason'],
      destroy: (before) => acts.forgetDecided(before),
    });
    classes.define({
      name: 'eventReceipt',
      owner: DataOwner.administer,
      purpose: DataPurpose.delivery,
      // A delivery is retried for hours only. An administrator can retry a parked delivery for 14 days.
      lasts: 30 * DAY,
      destroy: (before) => this.eventReceipts(before),
    });
    classes.define({
      name: 'receipt',
      owner: DataOwner.person,
      purpose: DataPurpose.proof,
      lasts: 730 * DAY,
      destroy: (before) => this.receipts(before),
    });
    classes.define({
      name: 'parkedJob',
      owner: DataOwner.administer,
      purpose: DataPurpose.delivery,
      lasts: 14 * DAY,
      destroy: (before) => parked.removeBefore(before),
    });
    classes.define({
      name: 'writtenMail',
      owner: DataOwner.administer,
      purpose: DataPurpose.delivery,
      lasts: 7 * DAY,
      destroy: (before) => mail.removeFilesBefore(before),
    });
    this.defineNames(classes);
  }

  private defineNames(classes: DataClassesService): void {
    classes.define({
      name: 'holderName',
      owner: DataOwner.administer,
      purpose: DataPurpose.oversight,
      // The name is deleted with the duty. This class covers former members who still have a duty.
      lasts: 30 * DAY,
      seals: ['duty.known_as'],
      destroy: (before) => this.holderNames(before),
    });
  }

  private async holderNames(before: Date): Promise<number> {
    const gone = await this.db.query(
      `with gone as (update duty d set known_as = null from account a where a.id = d.account_id
         and d.known_as is not null and a.standing = 'former' and coalesce(a.idle_since, a.updated_at) < $1
         returning 1) select 1 from gone`,
      [before],
    );
    return gone.length;
  }

  private async eventReceipts(before: Date): Promise<number> {
    const gone = await this.db.query(
      'with gone as (delete from event_receipt where created_at < $1 returning 1) select 1 from gone',
      [before],
    );
    return gone.length;
  }

  private async receipts(before: Date): Promise<number> {
    const { affected } = await this.db.repo(Receipt).delete({ destroyedAt: LessThan(before) });
    return affected ?? 0;
  }
}
