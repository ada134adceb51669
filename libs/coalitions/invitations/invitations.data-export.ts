import { Injectable } from '@nestjs/common';
import { DataExportService } from '#signin/accounts/data-export.service.js';

/** Adds the invitations that an account made or accepted to the data export, without the answer of others. */
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
      `select coalition_id, participant_id, used_at from coalition_invitation
       where used_by_id = $1 order by used_at`,
    );
  }
}
