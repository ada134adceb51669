import { Injectable } from '@nestjs/common';
import { ExportsService } from '#signin/exports.service.js';

/** What a person said of themself, with the audience of each field. */
@Injectable()
export class ProfilesExports {
  constructor(exports: ExportsService) {
    exports.rows(
      'profile',
      ['profile.account_id', 'profile_field.account_id'],
      `select f.kind, f.audience, f.text, f.terms, f.updated_at,
         p.may_be_found, p.takes_requests, p.is_counted
       from profile_field f join profile p on p.id = f.profile_id where f.account_id = $1 order by f.kind`,
    );
  }
}
