import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { COALITION_INVITATION_DURATION } from './invitations/coalition-invitation.entity.js';
import { SMALL_COALITION_PERIOD } from './participants/participant.entity.js';

/**
 * Grants and delegates whose participant or source ended, and participants that left before $1. They give no right since
 * then; a participant that left tells for 30 days since when a coalition is small.
 */
const UNEXPLAINED = `
  with gone_grant as (
    delete from coalition_grant g where not exists (
      select 1 from coalition_person c where c.participant_id = g.participant_id
        and c.account_id = g.account_id and c.source_id = coalesce(g.membership_id, g.affiliation_id))
    returning id),
  gone_delegate as (
    delete from delegate d where not exists (
      select 1 from coalition_person c where c.participant_id = d.participant_id
        and c.account_id = d.account_id and c.source_id = coalesce(d.membership_id, d.affiliation_id))
    returning id),
  gone_participant as (delete from participant where ended_at <= $1 returning id)
  select id from gone_grant union all select id from gone_delegate union all select id from gone_participant`;

/**
 * The data classes of coalitions and their retention periods. They write no receipts, because the date of a receipt
 * would reveal who was invited or could take part.
 */
@Injectable()
export class CoalitionsDataClasses {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    classes: DataClassesService,
  ) {
    const [owner, purpose] = [DataOwner.person, DataPurpose.joining];
    classes.define({
      ...{ name: 'coalitionInvitation', owner, purpose, lasts: COALITION_INVITATION_DURATION },
      destroy: (before) => this.invitations(before),
    });
    classes.define({
      ...{ name: 'grant', owner, purpose, lasts: 0 },
      destroy: () => this.grants(),
    });
  }

  private async invitations(before: Date): Promise<number> {
    const gone = await this.db.query(
      `with gone as (delete from coalition_invitation where created_at <= $1 returning id)
       select id from gone`,
      [before],
    );
    return gone.length;
  }

  private async grants(): Promise<number> {
    return (await this.db.query(UNEXPLAINED, [this.clock.in(-SMALL_COALITION_PERIOD)])).length;
  }
}
