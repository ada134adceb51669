import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { DestructionReceiptsService } from '#retention/destruction-receipts.service.js';
import { ORGANISATION_END_UNDO_PERIOD } from './organisation-fields-for-viewer.service.js';
import { MIN_TIME_BETWEEN_ORGANISATION_INVITATIONS } from './organisation-invitations.service.js';

/** The data classes of organisations and their retention periods. */
@Injectable()
export class OrganisationsDataClasses {
  constructor(
    private readonly db: Database,
    private readonly receipts: DestructionReceiptsService,
    classes: DataClassesService,
  ) {
    const owner = DataOwner.person;
    classes.define({
      ...{
        name: 'endedOrganisation',
        owner,
        purpose: DataPurpose.undoing,
        lasts: ORGANISATION_END_UNDO_PERIOD,
      },
      destroy: (before) => this.ended(before),
    });
    classes.define({
      ...{ name: 'organisationInvitation', owner, purpose: DataPurpose.insisting },
      lasts: MIN_TIME_BETWEEN_ORGANISATION_INVITATIONS,
      destroy: (before) => this.invitations(before),
    });
  }

  private async ended(before: Date): Promise<number> {
    const gone = await this.db.query<{ id: string }>(
      `with gone as (delete from organisation where ended_at <= $1 returning id) select id from gone`,
      [before],
    );
    const destroyed = gone.map(({ id }) => ({ subjectId: id, aboutId: null }));
    await this.receipts.record('endedOrganisation', 'Organisation', destroyed);
    return gone.length;
  }

  /** Writes no receipts, because their date would reveal when a member was invited. */
  private async invitations(before: Date): Promise<number> {
    const gone = await this.db.query<{ id: string }>(
      `with gone as (delete from organisation_invitation where created_at <= $1 returning id)
       select id from gone`,
      [before],
    );
    return gone.length;
  }
}
