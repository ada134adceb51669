import { Injectable } from '@nestjs/common';
import { DataExportService } from '#signin/accounts/data-export.service.js';

/** The same grants as `myGrants`: their source holds, and the coalition is not closed to an account outside of it. */
const VISIBLE = `
  exists (
    select 1 from coalition_person s where s.participant_id = g.participant_id and s.account_id = g.account_id
      and s.source_id = coalesce(g.membership_id, g.affiliation_id))
  and (exists (
      select 1 from membership e where e.account_id = g.account_id and e.group_id = c.id and e.ended_at is null)
    or not exists (
      select 1 from parted_group p where p.account_id = g.account_id and p.group_id = c.id)
    and not exists (
      select 1 from membership b
      where b.account_id = g.account_id and b.group_id = c.id and b.barred_at is not null))`;

/** Adds the grants that an account holds, and its places as a delegate, to the data export. */
@Injectable()
export class GrantsDataExport {
  constructor(exports: DataExportService) {
    exports.rows(
      'coalitionGrants',
      ['coalition_grant.account_id'],
      `select g.participant_id, n.name as participant, c.name as coalition, g.membership_id, g.affiliation_id,
         g.created_at, g.accepted_at, g.declined_at, g.shown_in_id
       from coalition_grant g join participant_name n on n.participant_id = g.participant_id
       join "group" c on c.id = n.coalition_id
       where g.account_id = $1 and ${VISIBLE} order by g.created_at, g.id`,
    );
    exports.rows(
      'delegates',
      ['delegate.account_id'],
      `select d.participant_id, n.name as participant, c.name as coalition, d.membership_id, d.affiliation_id,
         d.is_steward, d.created_at
       from delegate d join participant_name n on n.participant_id = d.participant_id
       join "group" c on c.id = n.coalition_id
       where d.account_id = $1 order by d.created_at, d.id`,
    );
  }
}
