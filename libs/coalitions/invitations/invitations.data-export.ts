import { Injectable } from '@nestjs/common';
import { DataExportService } from '#signin/accounts/data-export.service.js';

/**
 * Adds the invitations that an account made or accepted to the data export, without the answer of others. The id of a
 * participant is there only for its stewards or spokesperson, because it may have been renewed since.
 */
@Injectable()
export class CoalitionInvitationsDataExport {
  constructor(exports: DataExportService) {
    exports.rows(
      'coalitionInvitations',
      ['coalition_invitation.maker_id'],
      `select coalition_id, group_id, organisation_id, created_at, approved_at, withdrawn_at, expires_at
       from coalition_invitation where maker_id = $1 order by created_at`,
    );
    exports.rows(
      'acceptedCoalitionInvitations',
      ['coalition_invitation.used_by_id'],
      `select i.coalition_id, o.participant_id, i.used_at from coalition_invitation i
       left join coalition_person o on o.participant_id = i.participant_id and o.account_id = $1 and o.is_owner
       where i.used_by_id = $1 order by i.used_at`,
    );
  }
}
