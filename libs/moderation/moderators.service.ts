import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';

@Injectable()
export class ModeratorsService {
  constructor(private readonly db: Database) {}

  /** The accounts that moderate and are neither a side of this report nor recused from it, open or closed. */
  async ofReport(reportId: string): Promise<string[]> {
    const rows = await this.db.query<{ account_id: string }>(
      `select d.account_id from duty d
         join account a on a.id = d.account_id and a.standing = 'member'
         join report r on r.id = $1
       where d.name = 'moderate' and d.account_id not in (r.reporter_id, r.reported_id)
         and not exists (select 1 from report_tie t where t.report_id = r.id and t.other_id = d.account_id)`,
      [reportId],
    );
    return rows.map((row) => row.account_id);
  }
}
