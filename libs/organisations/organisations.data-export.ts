import { Injectable } from '@nestjs/common';
import { DataExportService } from '#signin/accounts/data-export.service.js';

/** Adds the account's organisations and received invitations to the data export. */
@Injectable()
export class OrganisationsDataExport {
  constructor(exports: DataExportService) {
    exports.rows(
      'affiliations',
      ['affiliation.account_id'],
      `select o.name, o.slug, f.is_spokesperson, f.audience, f.joined_at
       from affiliation f join organisation o on o.id = f.organisation_id
       where f.account_id = $1 order by f.joined_at`,
    );
    exports.rows(
      'organisationInvitations',
      ['organisation_invitation.account_id'],
      `select organisation_id, state, created_at, expires_at from organisation_invitation
       where account_id = $1 order by created_at`,
    );
  }
}
