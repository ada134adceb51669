import { Injectable } from '@nestjs/common';
import { DataExportService } from '#signin/accounts/data-export.service.js';

/** Adds suggestions that the account made, and its answers to suggestions, to the data export. */
@Injectable()
export class SuggestionsDataExport {
  constructor(exports: DataExportService) {
    exports.rows(
      'suggestionsMade',
      [],
      `select s.created_at, s.line from suggestion s join membership m on m.id = s.steward_id
       where m.account_id = $1 order by s.created_at`,
    );
    exports.rows(
      'suggestions',
      [],
      `select s.created_at, d.agreed_at, d.lapsed_at from suggestion s
       join suggestion_side d on d.suggestion_id = s.id join membership m on m.id = d.membership_id
       where m.account_id = $1 and (coalesce(d.agreed_at, d.lapsed_at) is not null
         or exists (select 1 from suggestion_open o where o.suggestion_id = s.id))
       order by s.created_at`,
    );
  }
}
